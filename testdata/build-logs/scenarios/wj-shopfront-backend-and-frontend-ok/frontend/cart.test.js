const Cart = require('./cart');

describe('Cart', () => {
  test.each([[[], 0], [[250], 250], [[250, 300], 550]])('of %j costs %i', (prices, total) => {
    const cart = new Cart();
    prices.forEach((price) => cart.add({ price }));
    expect(cart.total()).toBe(total);
  });
  test('an item without price fails', () => {
    expect(() => new Cart().add({ name: 'ghost' })).toThrow('ghost has no price');
  });
});
