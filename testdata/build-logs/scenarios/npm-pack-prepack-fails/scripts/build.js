const fs = require("fs");

fs.mkdirSync("dist");
fs.copyFileSync("src/index.js", "dist/index.js");
fs.copyFileSync("src/index.d.ts", "dist/index.d.ts");
console.log("built dist");
