require("node:test").test("trims", () => require("node:assert").strictEqual(require("./index")("  a"), "a"));
