const test = require('node:test');
const assert = require('node:assert');

test('is empty', () => assert.deepEqual([], []));
test('has no discount yet', { todo: true }, () => assert.equal(1, 2));
test('needs a network', { skip: 'connection refused' }, () => {});
test('prints an error', () => console.error(new Error('ENOENT: no such file or directory').message));
