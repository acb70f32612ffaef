function parse(text) {
  try {
    return JSON.parse(text).dishes;
  } catch (error) {
    console.error('Error: cannot parse the menu:', error.message);
    return [];
  }
}

function price(dish, unused) {
  if (!(dish.price >= 0)) throw new TypeError(`no price of ${dish.name}`);
  return dish.price.toFixed(2);
}

module.exports = { parse, price };
