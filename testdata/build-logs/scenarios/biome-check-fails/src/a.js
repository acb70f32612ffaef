export function parse(s) {
  let value = Number(s)
  if (value == NaN) { debugger; return null }
  return value;
}
