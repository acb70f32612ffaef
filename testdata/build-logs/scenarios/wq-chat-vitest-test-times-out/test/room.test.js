import { describe, expect, test } from 'vitest';
import { Room } from '../src/room.js';

describe('room', () => {
  for (let n = 1; n <= 75; n++) {
    test(`takes ${n} members`, () => {
      const room = new Room();
      for (let i = 0; i < n; i++) room.join(`m${i}`);
      expect(room.members.size).toBe(n);
    });
  }
  test('refuses a name twice', () => {
    const room = new Room();
    room.join('ada');
    expect(() => room.join('ada')).toThrow('is here already');
  });
  test('tells who leaves', async () => {
    const room = new Room();
    room.join('ada');
    const left = new Promise((done) => room.once('leave', done));
    room.leave('ada');
    expect(await left).toBe('ada');
  });
  test.skip('is kept over restarts', () => {});
});
