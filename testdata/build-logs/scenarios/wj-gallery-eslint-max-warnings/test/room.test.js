const test = require('node:test');
const assert = require('node:assert');

for (const [name, paintings] of Object.entries({ east: 12, west: 9, cellar: 0, tower: 3 })) {
  test(`room ${name}`, async (t) => {
    await t.test('has a name', () => assert.ok(name));
    await t.test('counts paintings', () => assert.ok(paintings >= 0));
    await t.test('fails on a missing painting', () => assert.throws(() => { throw new Error('missing painting'); }));
  });
}
