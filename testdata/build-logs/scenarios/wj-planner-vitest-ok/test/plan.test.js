import { describe, expect, it } from 'vitest';
import { slots } from '../src/plan.js';

describe('slots', () => {
  it.each([[8, 12], [0, 3], [22, 24], [1, 1]])('%i to %i', (from, to) => {
    expect(slots(from, to)).toHaveLength(to - from);
  });
  it('throws an error when the range is reversed', () => {
    expect(() => slots(3, 1)).toThrow(RangeError);
  });
  it.skip('crosses midnight', () => {});
  it.fails('knows half hours', () => {
    expect(slots(0, 1)).toHaveLength(2);
  });
  it.todo('time zones');
});
