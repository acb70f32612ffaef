const fs = require('fs');
console.log('building api');
fs.writeFileSync('openapi.js', 'module.exports = ' + fs.readFileSync('openapi.json'));
