const express = require('express');
const app = express();
if (!process.argv.includes('--check')) app.listen(3000);
