const fs = require('node:fs');
const dir = process.argv[2];
const read = (lang) => JSON.parse(fs.readFileSync(`${dir}/${lang}.json`));
const base = read('en');
let missing = 0;
for (const lang of ['de', 'fr', 'sv']) {
  const other = read(lang);
  const gone = Object.keys(base).filter((k) => !(k in other));
  const extra = Object.keys(other).filter((k) => !(k in base));
  console.log(`${lang}: ${Object.keys(other).length} messages`);
  extra.forEach((k) => console.log(`  note: ${k} is not used any more`));
  gone.forEach((k) => console.log(`  missing: ${k}`));
  missing += gone.length;
}
console.log(missing ? `✗ ${missing} messages are missing` : '✓ complete');
process.exitCode = missing ? 1 : 0;
