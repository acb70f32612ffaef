const shipping = require("../lib/shipping");
test.each([["DE", 1, 4.9], ["DE", 11, 9.9], ["AT", 1, 9.9], ["FR", 20, 14.9]])("to %s with %d kg", (country, weight, cost) => {
  expect(shipping(weight, country)).toBe(cost);
});
