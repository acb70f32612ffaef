const assert = require("assert");
assert.strictEqual([1, 2, 3].indexOf(4), 0, "index of a missing item");
