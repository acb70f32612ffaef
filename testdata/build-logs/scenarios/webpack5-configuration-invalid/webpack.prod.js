module.exports = {
  mode: "production",
  entry: "./src/index.js",
  output: { path: "/tmp/dist", filename: "[name].[contenthash].js" },
  optimization: { splitChunks: { chunks: "all" }, minimise: true },
  devServer: { port: 8080 },
};
