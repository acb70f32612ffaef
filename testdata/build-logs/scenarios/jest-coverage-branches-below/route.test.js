const { route } = require("./route");

test("front", () => expect(route("/")).toBe("front"));
