const { describe, it } = require('node:test');
const assert = require('node:assert');

const price = (days, seats) => {
  if (days < 1) throw new RangeError(`error: ${days} days`);
  return days * (seats > 5 ? 80 : 45);
};

describe('price', () => {
  for (const days of [1, 2, 3, 5, 8, 13, 21]) {
    it(`of ${days} days`, () => assert.strictEqual(price(days, 4), days * 45));
  }
  it('of a van', () => assert.strictEqual(price(1, 9), 80));
  it('fails without days', () => assert.throws(() => price(0, 4), RangeError));
});
