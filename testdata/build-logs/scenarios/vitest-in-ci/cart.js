export const total = (items) => items.reduce((sum, item) => sum + item.price * item.count, 0);
export const discount = (sum) => (sum > 100 ? sum * 0.9 : sum);
