exports.total = (prices) => prices.reduce((a, b) => {
  if (b < 0) throw new Error('negative');
  return a + b;
}, 0);
