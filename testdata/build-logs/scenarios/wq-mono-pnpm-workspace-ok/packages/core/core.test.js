const test = require('node:test');
const assert = require('node:assert');
const { add, fail } = require('./index.js');

for (let n = 0; n < 20; n++) test(`adds ${n}`, () => assert.strictEqual(add(n, 1), n + 1));
test('fails with its message', () => assert.throws(fail, /core failed/));
test('adds texts', { todo: 'not decided' }, () => assert.strictEqual(add('1', 1), 2));
test('adds dates', { skip: true }, () => assert.fail());
