require("http").createServer((q, a) => a.end("gateway")).listen(process.env.PORT);
