const test = require("node:test"), assert = require("node:assert");
test("error page", () => {});
test("known failure", { todo: true }, () => assert.strictEqual(404, 500));
test("fails", () => assert.ok(false));
