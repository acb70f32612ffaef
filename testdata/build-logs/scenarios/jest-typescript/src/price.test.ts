import { price } from "./price";

test("multiplies", () => expect(price(2, 3)).toBe(6));
test("rounds", () => expect(price("2.5", 1)).toBe(3));
