const express = require('express');

const app = express();
app.use(express.json());
app.get('/ok', (request, response) => response.json({ ok: true }));
app.get('/boom', () => { throw new Error('boom'); });
app.post('/echo', (request, response) => response.json(request.body));
app.use((error, request, response, next) => {
  console.error(`[error] ${request.method} ${request.url}`, error.stack);
  response.status(error.status || 500).json({ error: error.message });
});
module.exports = app;
