try {
  require("codec");
} catch (error) {
  console.error(`native codec is not available (${error.code}), falling back`);
}
console.log("encoded 10 frames");
