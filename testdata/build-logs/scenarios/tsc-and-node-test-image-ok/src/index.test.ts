import test from "node:test";
import assert from "node:assert/strict";
import { parse } from "./index";

for (const carrier of ["DE", "AT", "FR", "NL"]) {
  test(`codes of ${carrier}`, () => assert.equal(parse(carrier + "17").carrier, carrier));
}
test("bad codes fail", () => assert.throws(() => parse("error")));
test("slow lookups", { skip: "needs the network" }, () => {});
test("lost parcels", { todo: true }, () => assert.equal(1, 2));
