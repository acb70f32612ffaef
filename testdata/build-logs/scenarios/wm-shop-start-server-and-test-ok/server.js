const http = require('node:http');
setTimeout(() => http.createServer((q, a) => {
  console.log(`${q.method} ${q.url}`);
  if (q.url === '/missing') a.statusCode = 404;
  a.end('ok');
}).listen(8066, '127.0.0.1'), 700);
