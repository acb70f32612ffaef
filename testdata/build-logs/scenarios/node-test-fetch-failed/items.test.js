const { describe, it } = require('node:test');
const assert = require('node:assert');
const { items } = require('./api');

describe('items', () => {
  it('is a list', async () => assert.ok(Array.isArray(await items())));
  it('has no error', () => assert.ok(true));
});
