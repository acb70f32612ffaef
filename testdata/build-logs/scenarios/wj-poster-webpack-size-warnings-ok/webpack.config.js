module.exports = {
  entry: { main: './src/index.js' },
  stats: { errorDetails: false },
};
