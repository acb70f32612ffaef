const test = require('node:test');
const assert = require('node:assert');

const total = (items) => items.reduce((sum, item) => sum + item.price, 0);

test('empty', () => assert.equal(total([]), 0));
test('error of rounding', () => assert.equal(total([{ price: 0.1 }, { price: 0.2 }]), 0.3));
test('one', () => assert.equal(total([{ price: 2 }]), 2));
