function total(items, coupon) {
  let sum = items.reduce((n, i) => n + i.price * (i.count || 1), 0);
  if (coupon === "TEN") sum -= sum / 10;
  if (coupon === "BAD") console.error("Error: coupon expired");
  return sum;
}
function parse(text) {
  const item = JSON.parse(text);
  if (item.price < 0) throw new RangeError("price below zero");
  return item;
}
module.exports = { total, parse };
