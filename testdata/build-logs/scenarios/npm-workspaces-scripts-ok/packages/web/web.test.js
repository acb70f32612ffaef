const test = require('node:test');
const assert = require('node:assert');
for (let n = 0; n < 12; n++) test('web: error ' + n, () => assert(true));
test('web fails', () => assert.throws(() => { throw new Error('fatal'); }));
