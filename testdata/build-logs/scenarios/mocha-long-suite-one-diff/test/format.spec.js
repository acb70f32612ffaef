const assert = require('node:assert');
const { format } = require('../src/money');

describe('format', () => {
  for (let cents = 0; cents < 6000; cents += 100) {
    it(`writes ${cents} cents`, () => assert.equal(format(cents), `${cents / 100}.00 EUR`));
  }
});
