const retry = process.argv.includes("--retry");
console.log("# running 3 tests");
if (!retry) {
  console.error("Error: connect ETIMEDOUT 192.0.2.1:443");
  process.exit(1);
}
console.log("# 3 passed");
