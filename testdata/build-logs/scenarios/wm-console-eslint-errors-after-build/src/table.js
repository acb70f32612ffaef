export function table(rows) {
  let width = 20;
  console.log('rows', rows.length);
  return rows.map((r) => String(r).padEnd(width)).join('\n');
}
