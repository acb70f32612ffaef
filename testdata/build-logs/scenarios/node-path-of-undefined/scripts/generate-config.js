const fs = require("fs");
const path = require("path");

const target = path.join(process.env.CONFIG_OUTPUT_DIR, "config.json");
fs.writeFileSync(target, JSON.stringify({ generated: true }));
console.log(`wrote ${target}`);
