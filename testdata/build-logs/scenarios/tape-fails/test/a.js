const test = require('tape');
test('sum', (t) => { t.plan(3); t.equal(1 + 1, 2, 'adds'); t.equal(0.1 + 0.2, 0.3, 'adds fractions'); t.ok(true, 'is there'); });
