const express = require('express');
const { v4 } = require('uuid');

const app = express();
app.use(express.json());
app.post('/items', (request, response) => {
  if (!request.body.name) throw new TypeError("Cannot read property 'name' of the request");
  response.status(201).json({ id: v4(), name: request.body.name });
});
app.use((error, request, response, next) => {
  console.error('Unhandled error:', error);
  response.status(500).json({ error: error.message });
});
module.exports = app;
