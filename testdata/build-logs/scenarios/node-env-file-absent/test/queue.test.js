const test = require("node:test");
const assert = require("node:assert");

test("numbers sort", () => assert.deepEqual([3, 1, 2].sort(), [1, 2, 3]));
test("strings join", () => assert.equal(["a", "b"].join(), "a,b"));
