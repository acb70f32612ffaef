const server = require('./app').listen(3456, () => {
  console.log('listening');
  server.close();
});
