import test from 'ava';

const tick = (n) => {
  if (Number.isNaN(n)) throw new TypeError('time failed');
  return (n + 1) % 24;
};

test('ticks', (t) => t.is(tick(3), 4));
test('midnight', (t) => t.is(tick(23), 0));
test('throws', (t) => { t.throws(() => tick(NaN), { instanceOf: TypeError }); t.log('error was thrown'); });
test.failing('leap seconds', (t) => t.is(tick(23), 24));
test.skip('time zones', (t) => t.fail());
test.todo('daylight saving');
