const fs = require('node:fs');

const grammar = fs.readFileSync(`${__dirname}/../grammar/expr.pegjs`, 'utf8');
fs.writeFileSync('parser.js', `module.exports = ${JSON.stringify(grammar)};\n`);
