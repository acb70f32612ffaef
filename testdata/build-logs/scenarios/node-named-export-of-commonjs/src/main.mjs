import { readFileSync } from "node:fs";
import { readFile, parse } from "jsonfile";

console.log(readFileSync, readFile, parse);
