const test = require('node:test');
const assert = require('node:assert');
const { path } = require('./api');

for (let n = 0; n < 25; n += 1) {
  test(`path of item ${n}`, () => assert.match(path(`item ${n}`), /item%20/));
}
