import { readdirSync, statSync } from "node:fs";

const limit = 200;
const size = readdirSync("dist").reduce((sum, name) => sum + statSync(`dist/${name}`).size, 0) / 1024;
console.log("checking the size of dist against .size-limit.json");
if (size > limit) {
  console.error(`Error: dist is ${size.toFixed(1)} kB, which exceeds the limit of ${limit} kB by ${(size - limit).toFixed(1)} kB`);
  process.exitCode = 1;
} else {
  console.log("size is ok");
}
