module.exports = require('minimist');
