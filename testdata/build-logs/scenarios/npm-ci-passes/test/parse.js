const test = require("tape");
const parse = require("..");

test("errors are thrown", (t) => {
  t.throws(() => parse(""), /not a date/);
  t.comment("Error: not ok, but expected");
  t.end();
});
test("dates", (t) => {
  for (let d = 1; d < 29; d++) t.equal(parse(`2026-02-${String(d).padStart(2, "0")}`).getUTCDate(), d, `day ${d}`);
  t.end();
});
