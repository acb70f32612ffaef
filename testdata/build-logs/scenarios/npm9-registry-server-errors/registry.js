require("http").createServer((request, answer) => {
    answer.writeHead(503, {"Content-Type": "text/html"});
    answer.end("<h1>503 Service Unavailable</h1>");
}).listen(8653, "127.0.0.1", () => console.log("ready"));
