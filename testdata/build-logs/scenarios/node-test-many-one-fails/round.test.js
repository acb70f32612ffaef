const { describe, it } = require('node:test');
const assert = require('node:assert');

const round = (value, digits) => Number(value.toFixed(digits));

describe('round', () => {
  for (let n = 0; n < 50; n += 1) it(`keeps error ${n}`, () => assert.equal(round(n, 2), n));
  it('rounds halves up', () => assert.strictEqual(round(1.005, 2), 1.01));
  it('rounds down', () => assert.strictEqual(round(1.004, 2), 1));
  it('is not ready', { todo: 'failed' }, () => assert.fail('error'));
});
