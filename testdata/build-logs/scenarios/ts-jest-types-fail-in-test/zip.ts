export function zip<T, U>(a: T[], b: U[]): [T, U][] {
  return a.map((value, i) => [value, b[i]]);
}
