export const missing: Basket = {};
