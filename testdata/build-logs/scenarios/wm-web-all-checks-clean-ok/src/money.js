/** Formats cents. */
export function format(cents) {
  if (!Number.isInteger(cents)) throw new TypeError("cents are no integer");
  return (cents / 100).toFixed(2);
}
