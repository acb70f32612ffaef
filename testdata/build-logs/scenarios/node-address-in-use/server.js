console.log("smoke test: starting the server");
require("http").createServer().listen(8654, "127.0.0.1");
