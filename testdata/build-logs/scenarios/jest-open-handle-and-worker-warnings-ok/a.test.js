const http = require("http");

let server;
beforeAll((done) => { server = http.createServer((q, a) => { if (q.url === "/crash") { console.error(new Error("handler crashed")); a.statusCode = 500; } a.end("ok"); }).listen(0, done); });
const get = (path) => new Promise((resolve) => http.get({ port: server.address().port, path }, (a) => { a.resume(); resolve(a.statusCode); }));

test("answers", async () => expect(await get("/")).toBe(200));
test("tells of crashes", async () => expect(await get("/crash")).toBe(500));
test("late log", () => { setTimeout(() => console.log("FAIL: too late"), 2000); });
describe.each([...Array(25).keys()])("page %i", (n) => {
  test("answers", async () => expect(await get(`/${n}`)).toBe(200));
});
