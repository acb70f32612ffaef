import { describe, expect, it, vi } from "vitest";

let n = 0;
describe("form", () => {
  for (let i = 0; i < 30; i += 1) it(`validates field ${i}`, () => expect(i).toBeGreaterThanOrEqual(0));
  it("prints validation errors", () => { console.error("ValidationError: email is required"); expect(1).toBe(1); });
  it("is flaky", () => { n += 1; expect(n).toBe(2); });
  it.fails("fails as known", () => expect(1).toBe(2));
  it.skip("is skipped", () => {});
  it.todo("uploads");
  it("throws", () => expect(() => { throw new RangeError("out of range"); }).toThrow(RangeError));
});
