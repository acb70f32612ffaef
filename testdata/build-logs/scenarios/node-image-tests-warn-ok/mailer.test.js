const test = require('node:test');
const assert = require('node:assert');
const ms = require('ms');

process.emitWarning('The old API is deprecated', 'DeprecationWarning', 'DEP0999');
for (let n = 0; n < 30; n++) {
  test(`error ${n} is reported`, () => { console.error(`Error: message ${n} was refused (550)`); });
}
test('a reject is caught', async () => { await assert.rejects(Promise.reject(new Error('ECONNRESET'))); });
test('durations', () => assert.strictEqual(ms('2 days'), 172800000));
test('a bounce', { todo: true }, () => { throw new Error('bounce is not handled yet'); });
