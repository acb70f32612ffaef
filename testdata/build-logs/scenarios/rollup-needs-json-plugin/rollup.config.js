export default ["esm", "cjs"].map((format) => ({
  input: format === "esm" ? "src/names.js" : "src/index.js",
  output: { file: `/tmp/dist/icons.${format}.js`, format },
}));
