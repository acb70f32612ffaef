const assert = require("assert");
const fs = require("fs");

const pages = fs.readdirSync("dist").filter((name) => name.endsWith(".html")).sort();
console.log(`checking ${pages.length} pages`);
assert.deepStrictEqual(pages, ["about.html", "blog.html", "index.html", "pricing.html"]);
