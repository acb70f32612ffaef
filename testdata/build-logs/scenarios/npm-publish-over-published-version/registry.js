const http = require("http");

http.createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    response.setHeader("content-type", "application/json");
    if (request.method === "PUT") {
      response.statusCode = 403;
      response.end(JSON.stringify({ error: "You cannot publish over the previously published versions: 1.8.0." }));
    } else {
      response.statusCode = 404;
      response.end("{}");
    }
  });
}).listen(8271, "127.0.0.1", () => console.log("ready"));
