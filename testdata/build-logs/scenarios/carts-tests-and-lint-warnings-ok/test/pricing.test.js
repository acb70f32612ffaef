const { total, discount, checkItem } = require('../src/pricing');

describe('total', () => {
  test.each([
    [[], 0],
    [[{ price: 2, count: 3 }], 6],
    [[{ price: 2, count: 3 }, { price: 10, count: 1 }], 16],
  ])('of %j is %d', (items, expected) => {
    expect(total(items)).toBe(expected);
  });
});

describe('discount', () => {
  test.each([0, 1, 50, 99])('of %d is nothing', (sum) => {
    expect(discount(sum)).toBe(0);
  });

  test.each([100, 500, 999])('of %d is five percent', (sum) => {
    expect(discount(sum)).toBe(0.05);
  });

  test('of much is ten percent', () => {
    expect(discount(1000)).toBe(0.1);
  });
});

describe('checkItem', () => {
  it('accepts a good item', () => {
    expect(checkItem({ name: 'pen', price: 1, count: 2 })).toEqual([]);
  });

  it('reports all errors', () => {
    expect(checkItem({})).toEqual(['name is missing', 'price must be positive', 'count is no integer']);
  });
});
