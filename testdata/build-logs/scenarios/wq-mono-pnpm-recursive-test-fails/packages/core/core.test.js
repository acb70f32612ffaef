const test = require('node:test');
const assert = require('node:assert');
const { newest, stable } = require('./index.js');

test('stable leaves out candidates', () => assert.deepStrictEqual(stable(['1.0.0', '1.1.0-rc.1']), ['1.0.0']));
test('newest of two', () => assert.strictEqual(newest(['1.9.0', '1.8.0']), '1.9.0'));
test('newest beyond nine', () => assert.strictEqual(newest(['1.10.0', '1.9.0']), '1.10.0'));
test('newest of none', { todo: true }, () => assert.throws(() => newest([])));
