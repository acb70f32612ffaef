export const knight = ([x, y]) => [[1, 2], [2, 1], [2, -1], [1, -2], [-1, -2], [-2, -1], [-2, 1], [-1, 2]]
  .map(([a, b]) => [x + a, y + b])
  .filter(([a, b]) => a >= 0 && a < 8 && b >= 0 && b <= 8);
export const rook = ([x, y]) => [...Array(8).keys()].flatMap((i) => [[i, y], [x, i]]).filter(([a, b]) => a !== x || b !== y);
