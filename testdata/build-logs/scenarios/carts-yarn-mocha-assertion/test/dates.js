const { expect } = require('chai');
const { due, weekday, late } = require('../lib/dates');

describe('due', () => {
  for (const n of [0, 1, 7, 14, 30]) it(`adds ${n} days`, () => expect(due('2024-01-01', n)).to.match(/^2024-01-/));
  it('knows leap years', () => expect(due('2024-02-28', 1)).to.equal('2024-02-29'));
});

describe('weekday', () => {
  it('of a Monday', () => expect(weekday('2024-01-01')).to.equal('Monday'));
});

describe('late', () => {
  it('is late after the day', () => expect(late('2024-01-01', '2024-01-02')).to.equal(true));
  it('is not late before', () => expect(late('2024-01-03', '2024-01-02')).to.equal(true));
});
