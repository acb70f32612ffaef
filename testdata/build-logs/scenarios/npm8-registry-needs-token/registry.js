require("http").createServer((request, answer) => {
    answer.writeHead(401, {"WWW-Authenticate": "Bearer realm=packages", "Content-Type": "application/json"});
    answer.end('{"error": "authentication required"}');
}).listen(8652, "127.0.0.1", () => console.log("ready"));
