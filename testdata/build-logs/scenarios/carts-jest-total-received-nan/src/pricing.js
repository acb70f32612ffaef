function total(items) {
  return items.reduce((sum, item) => sum + item.price * item.quantity, 0);
}

function discount(sum) {
  if (sum >= 1000) return 0.1;
  if (sum >= 100) return 0.05;
  return 0;
}

function checkItem(item) {
  const errors = [];
  if (!item.name) errors.push('name is missing');
  if (!(item.price > 0)) errors.push('price must be positive');
  if (!Number.isInteger(item.count)) errors.push('count is no integer');
  return errors;
}

module.exports = { total, discount, checkItem };
