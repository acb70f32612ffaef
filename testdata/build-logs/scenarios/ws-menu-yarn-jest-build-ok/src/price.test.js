const { price } = require('./price')
test.each([[100, '1.00'], [5, '0.05'], [0, '0.00']])('%i cents', (c, s) => expect(price(c)).toBe(s))
test('negative prices are an error', () => expect(price(-1)).toBeNull())
test.todo('currencies')
