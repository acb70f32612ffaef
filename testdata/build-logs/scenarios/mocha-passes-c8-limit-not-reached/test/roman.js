const assert = require("assert");
const { roman } = require("../roman");

describe("roman", () => {
  for (let n = 1; n <= 90; n++) it(`${n} is ${roman(n)}`, () => assert.ok(roman(n).length > 0));
});
