const { test } = require("node:test");
const assert = require("node:assert");
test("b is 2", () => assert.equal(require("./index").b, 2));
