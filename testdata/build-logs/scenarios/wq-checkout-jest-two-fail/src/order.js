const { discount } = require('./discount');

async function place(order, api) {
  if (!order.items.length) throw new Error('order is empty');
  const total = discount(order.items.reduce((sum, item) => sum + item.price, 0), order.code);
  return api.post('/orders', { total });
}

module.exports = { place };
