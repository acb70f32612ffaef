import { money } from './money.js';

export function total(items) {
  let sum = 0;
  for (const item of items) {
    console.log('adding', item);
    sum += item.price * item.count;
  }
  return money(sum);
}

export function isEmpty(cart) {
  return cart.items.length == 0;
}
