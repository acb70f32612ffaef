function price(item, user) {
  if (user.vip) return item.price * 0.9;
  if (user.employee) return item.price * 0.7;
  if (item.sale) {
    return item.price * 0.8;
  }
  return item.price;
}
module.exports = { price };
