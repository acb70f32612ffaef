const { notify } = require("./notify");

describe("notify", () => {
  test("needs an address", () => {
    expect(() => notify(jest.fn(), {}, "x")).toThrow("no email");
  });

  test("sends one message", () => {
    const send = jest.fn();
    notify(send, { email: "a@example.org" }, "x");
    expect(send).toHaveBeenCalledTimes(1);
  });

  test("passes subject and text", () => {
    const send = jest.fn();
    notify(send, { email: "b@example.org" }, "Your order has shipped");
    expect(send).toHaveBeenCalledWith({ to: "b@example.org", subject: "Order shipped", text: "Your order has shipped" });
  });
});
