const test = require('node:test');
const assert = require('node:assert');
const ms = require('ms');

for (const [text, value] of [['1s', 1000], ['2m', 120000], ['1h', 3600000], ['soon', undefined]]) {
  test(`${text} is ${value}`, () => assert.strictEqual(ms(text), value));
}
test('an empty text is an error', () => assert.throws(() => ms('')));
