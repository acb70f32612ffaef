const assert = require('node:assert');

describe('errors', () => {
  for (const code of ['EACCES', 'ENOENT', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'ENOSPC', 'EEXIST', 'EPERM']) {
    describe(code, () => {
      it('is thrown', () => assert.throws(() => { throw Object.assign(new Error(code), { code }); }, { code }));
      it('is logged', () => console.error(new Error(`${code}: operation failed`)));
      it('is not retried');
    });
  }
  it.skip('fails', () => assert.fail());
});
