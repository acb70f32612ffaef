import { expect, it } from "vitest";
import { mail } from "../src/mail";

it("renders one message", () => expect(mail("Ada", 1)).toMatchSnapshot());
