const { expect } = require("chai");
const { EventEmitter } = require("events");

describe("queue", () => {
  it("starts empty", () => expect([]).to.have.length(0));
  it("emits drain", (done) => {
    const queue = new EventEmitter();
    queue.once("drain", () => done());
    queue.emit("drained");
  });
  it("adds", () => expect([1].concat(2)).to.eql([1, 2]));
});
