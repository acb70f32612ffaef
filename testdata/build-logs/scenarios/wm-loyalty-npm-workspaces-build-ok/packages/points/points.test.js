const test = require('node:test');
const ms = require('ms');
test('points', () => { if (ms('1s') !== 1000) throw new Error('no'); });
