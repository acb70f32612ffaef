const { test } = require('node:test')
const assert = require('node:assert')
const { parse } = require('./csv')

test('one row', () => assert.deepStrictEqual(parse('a,b\n1,2'), [{ a: '1', b: '2' }]))
test('short row', () => assert.deepStrictEqual(parse('a,b\n1'), [{ a: '1', b: '' }]))
test('no rows', () => assert.deepStrictEqual(parse('a,b'), []))
