const test = require('node:test');
const assert = require('node:assert');
const { utils } = require('ssh2');

test('a broken key is refused', () => {
  const answer = utils.parseKey('-----BEGIN NOTHING-----');
  console.log('parseKey says:', String(answer));
  assert.ok(answer instanceof Error);
});
test('connection errors are reported', (t) => {
  console.error('Error: connect ECONNREFUSED 127.0.0.1:22 (simulated)');
  t.diagnostic('error: handled');
});
test('upload over a slow line', { skip: 'needs a server' }, () => { throw new Error('not reached'); });
