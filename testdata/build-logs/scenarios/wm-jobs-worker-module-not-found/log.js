const pc = require('picocolors');
exports.info = (text) => console.log(pc.green('info'), text);
