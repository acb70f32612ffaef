const { check } = require("../src/iban");

it.each(["", "de12", "12DE"])("refuses %p", (text) => expect(() => check(text)).toThrow("not an IBAN"));
it("refuses what is too short", () => expect(() => check("DE12")).toThrow(/too short/));
