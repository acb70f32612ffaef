const load = async (key) => key;

describe("store", () => {
  it("loads with a promise", () => load("a"));
  it("loads with a callback", async (done) => { await load("a"); done(); });
});
