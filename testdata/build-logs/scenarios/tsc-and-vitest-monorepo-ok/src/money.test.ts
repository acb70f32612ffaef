import { expect, test } from "vitest";
import { parse } from "./money";

let attempts = 0;
test("flaky clock", { retry: 2 }, () => {
  if (++attempts < 3) throw new Error(`clock skew, attempt ${attempts}`);
});
test("throws on words", () => expect(() => parse("ten")).toThrow(TypeError));
test("prints", () => {
  console.error("ERROR connection lost, reconnecting");
  expect(parse("1.5")).toBe(1.5);
});
test.fails("thousands", () => expect(parse("1,000")).toBe(1000));
test.skip("currency", () => {});
