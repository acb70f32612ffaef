const test = require('tape');
test('numbers', (t) => {
  for (const n of ['1', '2.5', '-3', '1e3']) t.equal(Number(n), parseFloat(n), `parses ${n}`);
  t.throws(() => { throw new SyntaxError('Unexpected token x'); }, /Unexpected token/, 'error for x');
  t.end();
});
