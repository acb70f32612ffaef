const test = require('node:test');
const assert = require('node:assert');

for (let n = 0; n < 120; n++)
  test(`error ${n} is caught`, () => assert.throws(() => { throw new TypeError(`Error: cannot read ${n}`); }));

test('says what failed', (t) => t.diagnostic('FAILED to connect, as it should'));
