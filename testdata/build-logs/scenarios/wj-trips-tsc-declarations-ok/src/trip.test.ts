import test from 'node:test';
import * as assert from 'node:assert';
import { length } from './trip';

for (const days of [1, 2, 7]) test(`${days} days are short`, () => assert.equal(length(days), 'short'));
test('a month is long', () => assert.equal(length(30), 'long'));
test('no days fail', () => assert.throws(() => { length(0); }, /error: 0/));
