const fs = require('fs');

console.log('reading the icon list');
const icons = JSON.parse(fs.readFileSync('icons.json', 'utf8'));
console.log(`${icons.length} icons`);
