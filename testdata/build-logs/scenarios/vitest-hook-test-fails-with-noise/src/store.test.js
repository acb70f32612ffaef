import { describe, expect, it } from "vitest";
import { load, merge } from "./store.js";

describe("load", () => {
  it("falls back to nothing", () => expect(load("{")).toEqual({}));
  it("reads", () => expect(load('{"a":1}')).toEqual({ a: 1 }));
});

describe("merge", () => {
  it("keeps both", () => expect(merge({ a: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 }));
  it("the later wins", () => expect(merge({ a: 1 }, { a: 2 })).toEqual({ a: 2 }));
});
