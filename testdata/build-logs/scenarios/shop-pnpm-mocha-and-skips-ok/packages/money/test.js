const { expect } = require('chai');
const { add, vat } = require('.');

describe('money', () => {
  for (const n of [1, 2, 3, 4, 5]) {
    it(`adds ${n} amounts`, () => expect(add(...Array(n).fill('0.10'))).to.equal((n / 10).toFixed(2)));
  }
  it('knows VAT', () => expect(vat('100', 19)).to.equal('19.00'));
});
