module.exports = (env) => ({
  entry: "./src/index.js",
  output: { path: "/tmp/dist" },
  performance: { maxAssetSize: 1000, maxEntrypointSize: 1000 },
  resolve: { fallback: { fs: false } },
  plugins: env.analyze ? [new (require("webpack-bundle-analyzer").BundleAnalyzerPlugin)()] : [],
});
