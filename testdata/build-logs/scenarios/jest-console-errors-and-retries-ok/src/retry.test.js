const retry = require("./retry");

jest.retryTimes(2, { logErrorsBeforeRetry: true });
let runs = 0;

describe("retry", () => {
  it("returns at once", () => expect(retry(() => 1, 1)).resolves.toBe(1));
  it("tries again", () => expect(retry((n) => { if (n < 3) throw new Error("ECONNREFUSED 127.0.0.1:5432"); return n; }, 3)).resolves.toBe(3));
  it("gives up", () => expect(retry(() => { throw new TypeError("x is not a function"); }, 2)).rejects.toThrow("x is not a function"));
  it("is flaky", () => { runs += 1; expect(runs).toBe(2); });
  it.todo("waits between tries");
  it.failing("is known to be broken", () => expect(1).toBe(2));
});
