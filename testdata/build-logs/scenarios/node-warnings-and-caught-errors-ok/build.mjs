import fs from "node:fs";
import url from "node:url";
import {execFileSync} from "node:child_process";

url.parse("http://example.org:80x/");
new Buffer(3);
for (const name of ["a.svg", "b.svg", "error.svg"]) {
    try { fs.readFileSync(`assets/${name}`); } catch (error) { console.error(error); }
}
try { execFileSync("node", ["-e", "throw new TypeError('template has no title')"], {stdio: "inherit"}); } catch { console.warn("skipped: template"); }
process.emitWarning("the old API goes away", "DeprecationWarning", "DEP0999");
console.log("built 12 pages, 4 errors ignored");
