import assert from "node:assert";

describe("parser", () => {
  it("fails on an unexpected token", () => {
    console.error("SyntaxError: Unexpected token } in JSON at position 3");
    assert.throws(() => JSON.parse("{}}"));
  });
  it("is fast");
  it("works", () => assert.equal(1, 1));
});
