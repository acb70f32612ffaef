const parse = require('parse-json');
let failed = 0;
for (const [n, text] of ['{"a": 1}', '{"a": }', '[1, 2', 'null', '{"error": "none"}'].entries()) {
  try { parse(text, `case${n}.json`); console.log(`ok ${n}`); } catch (error) { console.log(error.message); failed++; }
}
if (failed !== 2) process.exit(1);
