import { describe, expect, it, test } from 'vitest';

describe('probe', () => {
  it.each(['ENOENT', 'EPERM', 'EPIPE'])('logs %s', (code) => {
    console.error(new Error(`${code}: failed`));
    expect(code).toMatch(/^E/);
  });
  test.fails('is expected to fail', () => expect(1).toBe(2));
  it.skip('FAIL is skipped', () => {});
  it.todo('handles errors');
});
