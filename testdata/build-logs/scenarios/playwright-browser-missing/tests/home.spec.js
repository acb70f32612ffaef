const { test, expect } = require("@playwright/test");

test("home has a title", async ({ page }) => {
  await page.goto("data:text/html,<title>Home</title>");
  await expect(page).toHaveTitle("Home");
});
