const { expect } = require('chai');
const { due, weekday, parse } = require('../lib/dates');

describe('due', () => {
  for (let n = 0; n < 30; n++) it(`adds ${n} days`, () => expect(due('2024-01-01', n)).to.match(/^2024-01-/));
});

describe('weekday', () => {
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].forEach((name, n) => it(`of ${name}`, () => expect(weekday(`2024-01-0${n + 1}`)).to.equal(name)));
});

describe('parse', () => {
  for (const text of ['', '2024-13-01', 'tomorrow', '01/02/2024']) it(`fails at '${text}'`, () => expect(parse(text)).to.equal(null));
  it('takes a day', () => expect(parse('2024-02-29').isValid()).to.equal(true));
  it.skip('knows time zones', () => {});
});
