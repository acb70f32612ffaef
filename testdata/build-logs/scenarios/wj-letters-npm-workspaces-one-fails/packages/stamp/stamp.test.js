const test = require('node:test');

test('stamp');
test('old stamp', { skip: 'out of print' }, () => {});
