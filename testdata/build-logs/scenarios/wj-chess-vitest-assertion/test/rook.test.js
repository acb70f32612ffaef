import { rook } from '../moves.js';

test.each([[[0, 0]], [[3, 4]], [[7, 7]]])('rook on %j', (from) => {
  expect(rook(from)).toHaveLength(14);
});
