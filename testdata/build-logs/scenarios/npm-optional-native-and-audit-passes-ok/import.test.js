const { test } = require("node:test");
const assert = require("node:assert");

test("rejects an error page", () => {
  assert.throws(() => JSON.parse("<html>502 Bad Gateway</html>"), SyntaxError);
});
test("later", { todo: true }, () => assert.fail("not written yet"));
test("on Windows", { skip: "Error: only on Windows" }, () => {});
