const assert = require('node:assert');
const { split } = require('../src/money');

describe('split', () => {
  it('halves', () => assert.deepEqual(split(100, 2), [50, 50]));
  it('loses no cent', () => assert.deepEqual(split(100, 3), [34, 33, 33]));
  it('reports an error for no parts', () => assert.deepEqual(split(100, 0), []));
});
