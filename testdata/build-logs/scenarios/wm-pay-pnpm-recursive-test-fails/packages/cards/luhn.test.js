const test = require('node:test');
const assert = require('node:assert');
const luhn = (n) => [...n].reverse().map(Number).reduce((s, d, i) => s + (i % 2 ? (d * 2 > 9 ? d * 2 - 9 : d * 2) : d), 0) % 10 === 0;
test('valid number', () => assert.ok(luhn('4539578763621486')));
test('invalid number', () => assert.ok(!luhn('4539578763621487')));
