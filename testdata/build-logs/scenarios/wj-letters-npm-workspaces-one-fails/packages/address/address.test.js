const test = require('node:test');
const assert = require('node:assert');

const zip = (text) => /^\d{5}$/.test(text);
test('zip', () => assert.ok(zip('28195')));
test('no zip', () => assert.ok(!zip('2819')));
