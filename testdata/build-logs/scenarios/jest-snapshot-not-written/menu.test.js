test("menu", () => expect(["home", "cart"]).toMatchSnapshot());
test("footer", () => { console.warn("Warning: each child should have a key"); expect(1).toBe(1); });
