import fs from "fs";
import { chart } from "chart-library";
import { a } from "./a.js";

console.log(a, eval("1"));
chart(document.body);
