const { check } = require("../src/iban");

describe.each(["DE", "AT", "CH", "FR", "NL", "BE"])("%s", (country) => {
  for (let n = 10; n < 30; n += 1) it(`accepts ${country}${n}`, () => expect(check(`${country}${n}0000`)).toBe(true));
});
