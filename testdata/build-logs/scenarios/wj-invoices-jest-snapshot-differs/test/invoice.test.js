const invoice = require('../invoice');

test('an empty invoice', () => {
  expect(invoice('Ada', [])).toMatchSnapshot();
});

test('two items', () => {
  expect(invoice('Bob', [['tea', 10], ['rum', 20]])).toMatchSnapshot();
});
