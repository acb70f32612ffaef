let n = 0, failed = 0;
require('node:http').createServer((q, a) => {
  if (q.url === '/stats') return a.end(JSON.stringify({ requests: n > 400, failed: failed > 0 }));
  if (++n % 50 === 0) { failed++; a.statusCode = 500; }
  a.end('ok');
}).listen(8077, '127.0.0.1', () => console.log('listening'));
