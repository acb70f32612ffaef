const assert = require("assert");
const { describe, it } = require("node:test");
const ms = require("ms");

describe("durations", () => {
  for (const [text, wanted] of [["1s", 1e3], ["1m", 6e4], ["1h", 36e5], ["2 days", 1728e5]]) {
    it(`parses ${text}`, () => assert.equal(ms(text), wanted));
  }
  it("throws for objects", () => {
    assert.throws(() => ms({}), /not a non-empty string/);
    console.error("Error: val is not a non-empty string or a valid number. val={}");
  });
  it("is not ready", { todo: "needs leap seconds" }, () => assert.equal(1, 2));
  it("is skipped", { skip: "flaky in CI" }, () => assert.fail());
});
