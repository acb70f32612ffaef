export function cells(rows) {
  let count = rows.length;
  const total = 0;
  return rows.map((row, index) => row.cells);
}
