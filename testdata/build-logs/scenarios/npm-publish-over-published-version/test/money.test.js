const assert = require("assert");
const { describe, it } = require("node:test");
const { format } = require("../src/money");

describe("money", () => {
  for (let cents = 0; cents < 60; cents += 1) it(`formats ${cents}`, () => assert.equal(format(cents), `0.${String(cents).padStart(2, "0")}`));
});
