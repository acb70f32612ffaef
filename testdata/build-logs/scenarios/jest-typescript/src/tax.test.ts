import { price } from "./price";

test("taxes", () => expect(price(100, 0.19)).toBe(19));
