const fs = require("fs");
console.log("rendering 4 pages");
fs.readFileSync("content/intro.md");
