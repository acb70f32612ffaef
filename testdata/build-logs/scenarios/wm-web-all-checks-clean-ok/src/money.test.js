import test from "node:test";
import assert from "node:assert";
import { format } from "./money.js";

test("formats", () => assert.equal(format(1250), "12.50"));
test("TypeError for fractions", () =>
  assert.throws(() => format(1.5), TypeError));
