const test = require('node:test');
const assert = require('node:assert');
for (let n = 0; n < 12; n++) test('core: error ' + n, () => assert(true));
test('core fails', () => assert.throws(() => { throw new Error('fatal'); }));
