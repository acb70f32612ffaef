console.log("src/error.js\n  3:1  error  Unexpected console statement  no-console\n\n\u2716 1 problem (1 error, 0 warnings)");
process.exit(1);
