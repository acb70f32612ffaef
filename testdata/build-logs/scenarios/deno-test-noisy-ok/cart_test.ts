Deno.test("an error is caught", () => {
  console.error("error: Uncaught (in promise) TypeError: fetch failed");
  try { JSON.parse("{"); } catch (error) { console.log(String(error)); }
});
Deno.test({name: "later", ignore: true, fn() { throw new Error("later"); }});
Deno.test("steps", async (t) => {
  await t.step("one", () => {});
  await t.step("two FAILED once", () => {});
});
