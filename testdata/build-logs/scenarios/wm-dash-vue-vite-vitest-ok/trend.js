export function trend(values) {
  if (values.length < 2) { console.warn('[dash] warn: too few values'); return 'unknown'; }
  return values.at(-1) > values[0] ? 'up' : 'down';
}
