export function args(argv) {
  const out = argv.slice(2), unused = 1;
  if (out.length == 0) return ['nothing'];
  return out;
}
