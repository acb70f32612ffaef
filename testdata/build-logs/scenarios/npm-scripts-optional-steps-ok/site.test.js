const test = require('node:test');

test('error pages', () => {});
