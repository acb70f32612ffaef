const { describe, it } = require("node:test");

describe("fast", () => {
  for (let n = 0; n < 100; n += 1) it(`answers request ${n}`, () => {});
});
