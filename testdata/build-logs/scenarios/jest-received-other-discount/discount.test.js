const { discount } = require("./discount");

describe("discount", () => {
  test("nothing below 100", () => expect(discount(80, {})).toBe(80));
  test("5 percent above 100", () => expect(discount(200, {})).toBe(190));
  test("VIP", () => expect(discount(200, { vip: true })).toBe(150));
  test.skip("employees", () => {});
  test("logs nothing", () => {
    console.warn("no customer number given");
    expect(discount(1, {})).toBe(1);
  });
});
