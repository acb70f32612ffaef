import { describe, expect, it } from "vitest";
import { discount, total } from "./cart.js";

describe("cart", () => {
  it("is empty", () => expect(total([])).toBe(0));
  it("adds", () => expect(total([{ price: 2, count: 3 }])).toBe(6));
  it("gives a discount at one hundred", () => expect(discount(100)).toBe(90));
  for (let i = 0; i < 30; i++) it(`adds ${i}`, () => expect(total([{ price: i, count: 1 }])).toBe(i));
});
