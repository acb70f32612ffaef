import { expect, test } from 'vitest';
import { slug } from './slug.js';

test('one word', () => expect(slug('Hello')).toBe('hello'));
test('three words', () => expect(slug('Hello big World')).toBe('hello-big-world'));
