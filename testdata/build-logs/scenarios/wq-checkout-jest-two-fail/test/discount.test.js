const { discount, free } = require('../src/discount');

describe('discount', () => {
  test.each(Array.from({ length: 30 }, (_, n) => [n]))('of %i without a code', (n) => {
    expect(discount(n, '')).toBe(n);
  });
  test('SPRING10', () => expect(discount(19.99, 'SPRING10')).toBe(17.99));
  test('FIX5', () => expect(discount(19, 'FIX5')).toBe(14));
  test('unknown', () => expect(discount(19, 'WINTER')).toBe(19));
});

describe('free delivery', () => {
  test('above 50', () => expect(free(51, 'DE')).toBe(true));
  test('of exactly 50', () => expect(free(50, 'DE')).toBe(true));
  test('abroad', () => expect(free(500, 'US')).toBe(false));
  test.todo('islands');
});
