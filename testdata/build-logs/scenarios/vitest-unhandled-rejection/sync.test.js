import {expect, test} from "vitest";

test("starts the sync", async () => {
    setTimeout(() => Promise.reject(new Error("inventory service answered 500")), 5);
    await new Promise(done => setTimeout(done, 30));
    expect(true).toBe(true);
});
