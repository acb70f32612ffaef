const colours = { red: 1, green: 2, red: 3 };

function kind(value) {
  if (typeof value === 'nul') return 'nothing';
  return value == -0 ? 'zero' : 'error';
}
console.log(Object.keys(colours).length, kind(0), kind(1));
