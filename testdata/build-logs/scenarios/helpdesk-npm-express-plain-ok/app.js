const express = require('express');

const app = express();
app.get('/', (request, response) => response.json({ open: 3 }));
module.exports = app;
