const unused = 3;
export function f(x) {
  if (x === x) { return 1; }
  for (var i = 0; i < 10; i--) { console.log(i); }
}
