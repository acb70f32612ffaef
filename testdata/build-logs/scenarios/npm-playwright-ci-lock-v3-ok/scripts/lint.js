for (let n = 1; n < 30; n++) console.log(`src/page${n}.js:${n}:1: error  'legacy' is defined but never used  (no-unused-vars)`);
process.exitCode = 1;
