const { validate } = require("./validate");

describe("validate", () => {
  for (let i = 0; i < 60; i++)
    test(`rejects error ${i} and reports the failure`, () => expect(validate(`error ${i}`)).toBe(false));
  test("throws without text", () => expect(() => validate("")).toThrow("nothing to validate"));
  test("logs", () => {
    console.error("Error: connect ECONNREFUSED 127.0.0.1:5432");
    expect(validate("fine")).toBe(true);
  });
  test.skip("fails on Windows", () => { throw new Error("no"); });
  test.todo("reports the line");
});
