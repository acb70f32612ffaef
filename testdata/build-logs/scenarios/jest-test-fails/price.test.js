const { gross, parse } = require('./price');

describe('gross', () => {
  test('adds the rate', () => expect(gross(100, 0.19)).toBe(119));
  test('rounds to cents', () => expect(gross(9.99, 0.19)).toBe(11.89));
});

describe('parse', () => {
  test('takes a comma', () => expect(parse('1,5')).toBe(1.5));
});
