const fs = require('fs');
const gettext = require('gettext-parser');

console.log(gettext.po.parse(fs.readFileSync('de.po')));
