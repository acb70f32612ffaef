const test = require('node:test');
const assert = require('node:assert');
const { zone } = require('./tariff');

test('near', () => assert.equal(zone(3), 1));
