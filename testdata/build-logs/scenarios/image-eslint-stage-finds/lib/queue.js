const fs = require("fs");
const path = require("path");

class Queue {
  constructor() {
    this.items = [];
  }
  push(item) {
    console.log("push", item);
    this.items.push(item);
    if (this.items.lenght > 10) overflow(this);
  }
  drain(done) {
    while (true) {
      const item = this.items.shift();
      if (item === undefined) return done();
    }
  }
}
module.exports = Queue;
