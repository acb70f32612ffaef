describe.each([[0, "0.00"], [1, "1.00"], [2.5, "2.50"], [1e3, "1000.00"]])("format %p", (number, text) => {
  test("two digits", () => expect(number.toFixed(2)).toBe(text));
  test("parses back", () => expect(Number(text)).toBe(number));
});
