const test = require('node:test');
const assert = require('node:assert');
const fs = require('node:fs');

for (let n = 0; n < 110; n++)
  test(`keeps error ${n}`, () => assert.ok(new Error(`${n}`)));

test('reads its fixtures', () => {
  const fixtures = JSON.parse(fs.readFileSync('fixtures/orders.json', 'utf8'));
  assert.equal(fixtures.length, 3);
});
