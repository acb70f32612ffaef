const { it } = require("node:test");

it("waits for a reply", async () => {
  await new Promise((resolve) => setTimeout(resolve, 6000));
});
