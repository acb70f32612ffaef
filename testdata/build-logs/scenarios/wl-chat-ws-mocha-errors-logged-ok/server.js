const { WebSocketServer } = require("ws");
exports.start = (port) => {
  const wss = new WebSocketServer({ port });
  wss.on("connection", (s) => s.on("message", (m) => {
    try {
      s.send(JSON.stringify({ echo: JSON.parse(m).text }));
    } catch (e) {
      console.error("bad message:", e);
      s.close(1003);
    }
  }));
  return wss;
};
