module.exports = { entry: "./src/index.js", output: { filename: "app.[contenthash].js" } };
