const { nanoid } = require('nanoid');
const { add } = require('@shop/money');

class Order {
  constructor() {
    this.id = nanoid();
    this.lines = [];
  }

  add(name, price) {
    if (!name) throw new Error('a line needs a name');
    this.lines.push({ name, price });
    return this;
  }

  total() {
    return add(...this.lines.map((line) => line.price));
  }
}

module.exports = { Order };
