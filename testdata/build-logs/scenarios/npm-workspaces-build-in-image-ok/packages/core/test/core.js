const assert = require("assert");
const { check } = require("..");
describe("check", () => {
  for (let n = 0; n < 15; n++) it(`takes ${n}`, () => assert.equal(check(n), n));
  it("throws an error below zero", () => assert.throws(() => check(-1), /failed/));
  it.skip("fails for text", () => {});
});
