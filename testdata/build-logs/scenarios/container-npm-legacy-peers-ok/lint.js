console.error("lint.js\n  1:1  error  Unexpected console statement  no-console\n\n✖ 1 problem (1 error, 0 warnings)");
process.exit(1);
