import fs from "fs";
import("./other.js"); import "./other.js";
console.log(eval("1"), fs);
