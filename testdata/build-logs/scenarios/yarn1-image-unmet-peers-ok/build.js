const fs = require("fs");
fs.mkdirSync("dist", { recursive: true });
fs.writeFileSync("dist/app.js", "console.log('kiosk')");
try { require("fsevents"); } catch (e) { console.warn("warning: " + e.code + ", polling is used"); }
console.log("built 1 file, 0 errors");
