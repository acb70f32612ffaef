const { screen } = require("@testing-library/dom");
const form = require("./form");

describe("login form", () => {
  it("has two fields", () => { form([]); expect(document.querySelectorAll("input")).toHaveLength(2); });
  it("shows errors", () => { form(["Wrong password"]); expect(screen.getByRole("alert").textContent).toBe("Wrong password"); });
  it("has a button to sign in", () => { form([]); screen.getByRole("button", { name: /sign in/i }); });
  it("disables the button", () => { form([]); expect(screen.getByText("Log in").disabled).toBe(true); });
});
