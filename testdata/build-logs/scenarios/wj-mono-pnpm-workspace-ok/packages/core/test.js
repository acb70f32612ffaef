const assert = require('assert');
const { seconds } = require('.');

assert.strictEqual(seconds('2m'), 120);
assert.throws(() => seconds('soon'), /not a time/);
console.error('Error: not a time: soon (expected)');
console.log('core: 2 passed, 0 failed');
