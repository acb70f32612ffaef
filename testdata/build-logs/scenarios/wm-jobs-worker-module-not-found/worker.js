const ms = require('ms');
const log = require('./log');
log.info('worker starts, pause ' + ms(60000));
