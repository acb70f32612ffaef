const test = require('node:test');
const assert = require('node:assert');

test('an error is thrown', () => assert.throws(() => { throw new Error('failed'); }));
test('not ready', { todo: true }, () => assert.ok(false));
