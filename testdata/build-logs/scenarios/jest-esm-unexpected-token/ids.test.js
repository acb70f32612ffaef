const id = require('./ids');

test('has its kind', () => expect(id('order')).toMatch(/^order_/));
