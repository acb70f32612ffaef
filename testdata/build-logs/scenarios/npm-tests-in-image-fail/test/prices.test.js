const assert = require('node:assert');
const _ = require('lodash');

describe('prices', () => {
  for (let n = 1; n <= 45; n++) it(`rounds ${n} cents`, () => assert.strictEqual(_.round(n / 100, 2), n / 100));
  it('logs an error for a currency that is not known', () => console.error('Error: unknown currency XYZ'));
  it('formats euros', () => {
    assert.strictEqual(new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(1234.5), '1,234.50 €');
  });
  it('sums', () => assert.strictEqual(_.sum([1, 2, 3]), 6));
});
