export function money(cents) {
  let text = (cents / 100).toFixed(2);
  console.log(text);
  return `${text} EUR`;
}
