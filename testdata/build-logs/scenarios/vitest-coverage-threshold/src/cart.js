export const add = (cart, item) => [...cart, item];
export const remove = (cart, item) => {
  const at = cart.indexOf(item);
  if (at < 0) {
    return cart;
  }
  return cart.toSpliced(at, 1);
};
export const total = (cart) => {
  let sum = 0;
  for (const item of cart) {
    sum += item.price;
  }
  return sum;
};
