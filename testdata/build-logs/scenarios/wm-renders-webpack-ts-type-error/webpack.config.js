module.exports = {
  entry: { app: './src/app.ts', admin: './src/admin.ts' },
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [{ test: /\.ts$/, use: 'ts-loader' }] },
};
