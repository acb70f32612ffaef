export function parse(text: string) {
  const value = Number(text);
  if (Number.isNaN(value)) throw new TypeError(`not an amount: ${text}`);
  const unused: string = value;
  return value;
}
