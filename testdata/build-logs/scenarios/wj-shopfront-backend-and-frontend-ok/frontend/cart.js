module.exports = class Cart {
  constructor() { this.items = []; }

  add(item) {
    if (!item.price) {
      console.error('rejected', item);
      throw new Error(`${item.name} has no price`);
    }
    this.items.push(item);
  }

  total() { return this.items.reduce((sum, { price }) => sum + price, 0); }
};
