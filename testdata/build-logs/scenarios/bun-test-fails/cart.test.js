import {expect, test} from "bun:test";

for (let n = 0; n < 15; n++) test(`adds ${n}`, () => expect(n + 1).toBeGreaterThan(n));
test("rounds to cents", () => expect(0.1 + 0.2).toBe(0.3));
test("removes", () => expect([1, 2].filter(n => n > 1)).toEqual([2]));
