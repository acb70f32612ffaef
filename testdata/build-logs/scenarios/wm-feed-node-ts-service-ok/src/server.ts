import { parse } from "./feed";
const http = require("node:http");
const log = (level: string, msg: string) => console.log(JSON.stringify({ level, msg, service: "feed" }));
const server = http.createServer((_: unknown, answer: any) => answer.end(JSON.stringify(parse("x|y"))));
server.listen(process.env.PORT, "127.0.0.1", () => {
  log("info", "listening");
  http.get({ host: "127.0.0.1", port: 9, path: "/upstream" }).on("error", (e: any) => {
    log("error", `upstream failed: ${e.message}, using the cache`);
    setTimeout(() => { log("info", "stopping"); server.close(); }, 50);
  });
});
