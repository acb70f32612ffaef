const test = require('node:test');
const assert = require('node:assert');
const { score } = require('..');

test('half', () => assert.strictEqual(score(1, 2), 0.5));
test('no shots, no error', () => assert.strictEqual(score(1, 0), 0));
