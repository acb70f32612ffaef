import { expect, test } from 'vitest';
import { add } from './cart.js';

test('adds', () => expect(add([], 1)).toEqual([1]));
