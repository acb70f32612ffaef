require("http").createServer().listen(8654, "127.0.0.1", () => console.log("ready"));
