module.exports = (customer, items) => ({
  customer,
  items: items.map(([name, price]) => ({ name, price, vat: price * 0.2 })),
  total: items.reduce((sum, [, price]) => sum + price * 1.2, 0),
});
