setTimeout(() => {
    let calls = 0;
    require("http").createServer((request, answer) => {
        if (++calls < 3) { console.error("Error: pool is not ready"); answer.writeHead(503); }
        answer.end("healthy\n");
    }).listen(8661, "127.0.0.1");
}, 2000);
