describe("poller", () => {
  const timer = setInterval(() => {}, 1000);

  test("logs a failure", () => {
    console.error(new Error("FAIL: upstream answered 503"));
    expect(timer).toBeTruthy();
  });
  test("rejects", () => expect(Promise.reject(new Error("boom"))).rejects.toThrow("boom"));
  test.skip("fails over", () => {});
  test.todo("error budget");
});
