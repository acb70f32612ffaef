const { describe, it } = require('node:test');
const assert = require('node:assert');

describe('codes', () => {
  for (const code of ['ENOENT', 'EACCES', 'EPIPE', 'ENOSPC', 'EPERM', 'EBUSY']) {
    it(`throws ${code}`, () => {
      console.error(`Error: ${code}: operation failed`);
      assert.throws(() => { throw new Error(code); });
    });
  }
  it('is known to fail', { todo: true }, () => assert.equal(1, 2));
  it('needs a network', { skip: 'ECONNREFUSED' }, () => {});
});
