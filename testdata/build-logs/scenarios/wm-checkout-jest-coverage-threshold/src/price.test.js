const { price } = require('./price');
const { total } = require('./total');
describe('price', () => {
  test('plain', () => expect(price({ price: 10 }, {})).toBe(10));
  test('vip', () => expect(price({ price: 10 }, { vip: true })).toBe(9));
});
describe('total', () => {
  test('nothing', () => expect(total([])).toBe(0));
  test('error for negative prices', () => {
    console.error('total: negative price -1');
    expect(() => total([-1])).toThrow('negative');
  });
});
