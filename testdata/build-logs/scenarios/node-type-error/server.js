const express = require('express');
const config = require('./config.json');

const app = express();
console.log('starting with', Object.keys(config).length, 'settings');
app.listen(config.server.port);
