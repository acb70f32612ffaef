const assert = require("assert");
const { test } = require("node:test");
for (let n = 1; n < 30; n += 1) test(`${n} minutes`, () => assert.equal(require("ms")(`${n}m`), n * 60000));
test("error of empty string", () => assert.throws(() => require("ms")("")));
