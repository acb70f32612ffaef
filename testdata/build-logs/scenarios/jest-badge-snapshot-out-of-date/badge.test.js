const badge = require("./badge");

test("badge", () => expect(badge("ok")).toMatchSnapshot());
test("red badge", () => expect(badge("no", "red")).toMatchSnapshot());
