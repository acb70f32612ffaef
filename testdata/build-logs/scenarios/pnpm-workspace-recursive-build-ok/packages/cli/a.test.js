require("node:test").test("exits with 1 on error", () => {});
