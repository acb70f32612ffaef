const assert = require('node:assert');
describe('sum of an order', () => {
  it('adds items', () => assert.equal([1, 2].reduce((a, b) => a + b), 3));
  it('rejects an order with errors');
  it('is zero', () => assert.equal(0, 0));
});
