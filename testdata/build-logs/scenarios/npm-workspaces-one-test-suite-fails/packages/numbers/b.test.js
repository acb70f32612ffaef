const assert = require("assert");
const { test } = require("node:test");
for (let n = 0; n < 20; n += 1) test(`number ${n}`, () => assert.notEqual((0.1 * n).toFixed(1), "1.7", "0.1 * 17 is rounded"));
