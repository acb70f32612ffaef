import {expect, test} from "vitest";

test("prints an error", () => {
    console.error(new Error("ECONNREFUSED 127.0.0.1:6379"));
    expect(1).toBe(1);
});
test.fails("known bug", () => expect(0.1 + 0.2).toBe(0.3));
test.todo("refunds");
test.skip("needs redis", () => { throw new Error("no redis"); });
test("flaky", {retry: 3}, ({task}) => { if ((task.result?.retryCount ?? 0) < 2) throw new Error("not yet"); });
