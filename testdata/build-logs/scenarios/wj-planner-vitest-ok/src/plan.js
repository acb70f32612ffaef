export function slots(from, to) {
  if (to < from) {
    console.error(`invalid range ${from}..${to}`);
    throw new RangeError('to is before from');
  }
  return Array.from({ length: to - from }, (_, i) => from + i);
}
