const assert = require('assert');

describe('errors', () => {
  for (let code = 400; code < 480; code++) it(`renders error ${code}`, () => assert(code));
  it('fails on bad input', () => assert.throws(() => JSON.parse('{'), SyntaxError));
  it.skip('fatal: connection refused', () => {});
});
