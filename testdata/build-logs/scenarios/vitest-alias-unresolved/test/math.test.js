import { describe, expect, it } from "vitest";
import { add } from "../src/math";

describe("add", () => {
  it("adds", () => expect(add(1, 2)).toBe(3));
  it("adds negatives", () => expect(add(-1, -2)).toBe(-3));
});
