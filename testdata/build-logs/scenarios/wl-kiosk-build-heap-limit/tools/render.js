const fs = require("fs");
const { marked } = require("marked");
const { pages } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const rendered = [];
for (let n = 0; n < pages; n++) {
  const text = Array.from({ length: 200 }, (_, i) => `* item **${i}** of page ${n}`).join("\n");
  rendered.push({ html: marked(text), words: text.split(" ") });
  if (n % 250 === 0) console.log(`rendered ${n} of ${pages} pages`);
}
fs.mkdirSync("dist");
fs.writeFileSync("dist/all.json", JSON.stringify(rendered));
