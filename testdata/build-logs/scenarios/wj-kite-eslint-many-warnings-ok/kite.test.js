const test = require('node:test');
const assert = require('node:assert');
const fs = require('fs');

for (const file of fs.readdirSync('src').sort()) {
  const name = file.slice(0, -3);
  test(`${name} of nothing`, () => assert.strictEqual(require(`./src/${file}`)[name](null), undefined));
  test(`${name} of a value logs an error`, () => assert.strictEqual(typeof require(`./src/${file}`)[name](3), 'boolean'));
}
