test("menu", () => expect(["home"]).toMatchSnapshot());
test.todo("footer fails on Safari");
test.skip("needs a browser", () => { throw new Error("no browser"); });
test("rejects", async () => {
    console.error(new Error("Network Error"));
    setTimeout(() => {}, 3000);
    await expect(Promise.reject(new Error("ETIMEDOUT"))).rejects.toThrow("ETIMEDOUT");
});
