module.exports = [
  { name: 'public', entry: './src/index.js', devtool: false },
  { name: 'admin', entry: './src/admin.js', output: { filename: 'admin.js' }, devtool: false },
];
