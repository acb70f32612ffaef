const test = require('node:test');
const assert = require('node:assert');

for (let n = 0; n < 25; n++)
  test(`parses ${n}`, () => assert.equal(Number(String(n)), n));

test('parses a price', () => assert.equal(Number('1,50'), 1.5));
test('parses later', { todo: 'no parser yet' }, () => { throw new Error('not implemented'); });
