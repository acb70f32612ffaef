const { total, parse } = require("../lib/cart");
describe("total", () => {
  for (let count = 1; count <= 25; count++) {
    test(`of ${count} equal items`, () => expect(total([{ price: 2, count }])).toBe(2 * count));
  }
  test("logs an expired coupon", () => expect(total([{ price: 1 }], "BAD")).toBe(1));
  test("takes ten per cent off", () => expect(total([{ price: 19.99, count: 3 }], "TEN")).toBe(53.97));
});
describe("parse", () => {
  test("refuses prices below zero", () => expect(() => parse('{"price": -1}')).toThrow("below zero"));
  test("refuses text", () => expect(() => parse("error")).toThrow(SyntaxError));
});
