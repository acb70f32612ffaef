const fs = require('fs');
const words = Array.from({ length: 40000 }, (_, i) => `w${(i * 7919) % 104729}`);
fs.writeFileSync('src/words.json', JSON.stringify(words));
console.log(`generated ${words.length} words`);
