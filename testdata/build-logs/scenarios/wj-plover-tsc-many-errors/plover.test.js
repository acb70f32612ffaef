const test = require('node:test');
const assert = require('node:assert');

for (const legs of [1, 2]) test(`stands on ${legs}`, () => assert.ok(legs > 0));
test('fails on none', () => assert.throws(() => { throw new Error('fell'); }, /fell/));
