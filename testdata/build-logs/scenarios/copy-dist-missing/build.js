const fs = require("fs");
fs.mkdirSync("build");
fs.writeFileSync("build/index.html", "<p>spa</p>");
console.log("Build finished: build/index.html");
