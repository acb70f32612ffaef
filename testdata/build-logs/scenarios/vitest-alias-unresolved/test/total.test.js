import { expect, it } from "vitest";
import { total } from "../src/total";

it("sums", () => expect(total([1, 2, 3])).toBe(6));
