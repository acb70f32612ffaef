const { check, charge } = require("./iban");

describe("IBAN", () => {
  for (let i = 10; i < 90; i++) {
    test(`DE${i} is accepted`, () => expect(check(`DE${i}370400440532013000`)).toBe(true));
  }
});

describe("charge", () => {
  for (const amount of [1, 10, 100, 1000, 10000]) {
    test(`charges ${amount}`, async () => expect((await charge(amount)).status).toBe("paid"));
  }
  test("refuses too much", () => expect(charge(6000)).rejects.toThrow(RangeError));
});
