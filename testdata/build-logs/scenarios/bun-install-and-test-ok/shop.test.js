import {expect, test} from "bun:test";
import ms from "ms";

test("minutes", () => expect(ms("2m")).toBe(120000));
test("an error is thrown", () => {
    console.error("error: Cannot find module 'left-pad'");
    expect(() => { throw new Error("no such row"); }).toThrow();
});
test.todo("refunds");
test.failing("known bug", () => expect(1).toBe(2));
