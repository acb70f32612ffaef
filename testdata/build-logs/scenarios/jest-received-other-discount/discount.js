function discount(total, customer) {
  if (customer.vip) return total * 0.8;
  return total > 100 ? total * 0.95 : total;
}

module.exports = { discount };
