const test = require("node:test");
const assert = require("node:assert");

for (let i = 0; i < 12; i++)
  test(`request ${i} fails twice and is sent again`, (t) => {
    t.diagnostic("Error: socket hang up");
    assert.ok(true);
  });
test("not yet", { todo: true }, () => assert.fail("not written"));
test("skipped", { skip: "needs a database" }, () => assert.fail("no"));
