import { knight } from '../moves.js';

test.each([[[0, 0], 2], [[3, 3], 8], [[7, 7], 2], [[7, 0], 2], [[0, 4], 4]])('knight on %j has %i moves', (from, count) => {
  expect(knight(from)).toHaveLength(count);
});
