import { expect, test } from 'vitest';

test('km', () => expect(1.5 * 1000).toBe(1500));
