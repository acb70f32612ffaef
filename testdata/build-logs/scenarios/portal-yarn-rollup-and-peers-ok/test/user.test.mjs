import assert from 'node:assert';
import test from 'node:test';
import { login } from '../src/user.mjs';

test('login', () => assert.deepEqual(login('ann'), { name: 'ann' }));
test('guest', () => assert.deepEqual(login(''), { name: 'guest' }));
test('login fails later', { todo: 'needs a server' }, () => assert.equal(1, 2));
