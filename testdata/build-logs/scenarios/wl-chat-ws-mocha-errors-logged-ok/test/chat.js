const assert = require("assert");
const WebSocket = require("ws");
const { start } = require("../server");
describe("chat", () => {
  let wss;
  before(() => { wss = start(8123); });
  after(() => wss.close());
  it("echoes", (done) => {
    const c = new WebSocket("ws://127.0.0.1:8123");
    c.on("open", () => c.send('{"text":"hi"}'));
    c.on("message", (m) => { assert.equal(JSON.parse(m).echo, "hi"); c.close(); done(); });
  });
  it("closes on what is no JSON", (done) => {
    const c = new WebSocket("ws://127.0.0.1:8123");
    c.on("open", () => c.send("oops"));
    c.on("close", (code) => { assert.equal(code, 1003); done(); });
  });
  it("fails to connect to a closed port", (done) => {
    const c = new WebSocket("ws://127.0.0.1:9");
    c.on("error", (e) => { console.error(String(e)); done(); });
  });
  it("knows rooms");
});
