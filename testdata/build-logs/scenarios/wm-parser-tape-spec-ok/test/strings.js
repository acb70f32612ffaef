const test = require('tape');
test('strings', (t) => {
  t.plan(3);
  t.comment('FAIL in here is the name of a token');
  t.equal('a'.length, 1);
  t.ok('FAIL'.startsWith('F'), 'token FAIL');
  t.deepEqual('a,b'.split(','), ['a', 'b']);
});
test('templates', { todo: true }, (t) => { t.equal(1, 2, 'nested templates'); t.end(); });
test('regexps', { skip: 'not supported yet' }, (t) => t.end());
