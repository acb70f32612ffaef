const assert = require("assert");
const { call } = require("../rpc");

let tries = 0;
const methods = { add: (a, b) => a + b, fail: () => { throw new Error("internal failure"); } };

describe("rpc", () => {
  for (let n = 0; n < 25; n += 1) it(`adds ${n}`, () => assert.deepStrictEqual(call(methods, "add", n, 1), { result: n + 1 }));
  it("tells of errors", () => assert.equal(call(methods, "fail").error.message, "internal failure"));
  it("tells of absent methods", () => assert.match(call(methods, "nothing").error.message, /is not a function/));
  it("is slow at first", () => { tries += 1; assert.ok(tries > 1); });
  it("is pending");
});
