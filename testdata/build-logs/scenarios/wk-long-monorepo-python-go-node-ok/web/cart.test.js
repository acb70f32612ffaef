const { describe, it } = require('node:test');
const assert = require('node:assert');
describe('cart', () => {
  for (let i = 1; i <= 15; i++) it(`adds ${i} items`, () => assert.equal(Array(i).fill(0).length, i));
  it('rejects a failed payment', async () => { await assert.rejects(Promise.reject(new Error('card declined'))); });
  it.todo('error boundary');
});
