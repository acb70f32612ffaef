require("node:test").test("no error", () => {});
