const assert = require("assert");
const { describe, it } = require("node:test");

describe("queue", () => {
  for (let n = 0; n < 24; n += 1) it(`keeps order of ${n}`, () => assert.deepEqual([...Array(n).keys()].sort((a, b) => a - b), [...Array(n).keys()]));
  it("rejects", () => assert.rejects(async () => { throw new Error("queue is closed"); }, /closed/));
  it("logs failures", () => { console.error("Error: job 7 failed\n    at Queue.run (queue.js:10:5)"); });
  it("is not done", { todo: true }, () => { throw new Error("not implemented"); });
});
