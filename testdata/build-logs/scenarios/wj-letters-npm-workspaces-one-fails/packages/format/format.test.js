const test = require('node:test');
const assert = require('node:assert');

const wrap = (text, width) => text.match(new RegExp(`.{1,${width}}`, 'g'));
test('wraps', () => assert.deepStrictEqual(wrap('abcdef', 3), ['abc', 'def']));
test('wraps nothing', () => assert.deepStrictEqual(wrap('', 3), []));
