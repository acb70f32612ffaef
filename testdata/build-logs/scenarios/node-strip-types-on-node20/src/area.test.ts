import test from 'node:test';
import assert from 'node:assert';

test('area', () => assert.equal(2 * 3, 6));
