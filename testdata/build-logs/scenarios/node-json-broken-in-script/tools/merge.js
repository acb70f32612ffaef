const fs = require('fs');
const all = {};
for (const f of process.argv.slice(2)) {
  console.log('merging', f);
  Object.assign(all, JSON.parse(fs.readFileSync('locales/' + f, 'utf8')));
}
