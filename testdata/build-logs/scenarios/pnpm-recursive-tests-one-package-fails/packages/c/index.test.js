const { test } = require("node:test");
const assert = require("node:assert");
test("c is a number", () => assert.equal(typeof require("./index").c(), "number"));
test("c is 5", () => assert.equal(require("./index").c(), 5));
