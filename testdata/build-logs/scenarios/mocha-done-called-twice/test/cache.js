const assert = require("assert");

class Cache {
  constructor() { this.map = new Map(); }
  get(key, load, callback) {
    if (this.map.has(key)) callback(null, this.map.get(key));
    load(key, (error, value) => { this.map.set(key, value); callback(error, value); });
  }
}

describe("Cache", () => {
  const load = (key, callback) => setImmediate(callback, null, key.toUpperCase());

  for (const key of ["a", "b", "c", "d"]) {
    it(`loads ${key}`, (done) => {
      new Cache().get(key, load, (error, value) => { assert.equal(value, key.toUpperCase()); done(error); });
    });
  }

  it("loads a key once", (done) => {
    const cache = new Cache();
    cache.map.set("x", "X");
    cache.get("x", load, (error, value) => { assert.equal(value, "X"); done(error); });
  });
});
