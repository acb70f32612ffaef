const { test } = require('uvu'); const assert = require('uvu/assert');
test('ok', () => { assert.is(1, 1); });
test('order', () => { assert.equal({ a: 1, b: [2] }, { a: 1, b: [3] }); });
test.run();
