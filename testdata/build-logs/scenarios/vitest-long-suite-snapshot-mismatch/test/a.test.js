import { describe, expect, it } from "vitest";
import { mail } from "../src/mail";

describe("mail", () => {
  for (let n = 0; n < 105; n += 1) it(`counts ${n}`, () => expect(mail("Ada", n)).toContain(String(n)));
});
