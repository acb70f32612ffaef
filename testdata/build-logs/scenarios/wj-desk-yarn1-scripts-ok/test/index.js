const test = require('tape')
const pad = require('../src')

test('pads', (t) => {
  t.equal(pad(7), '0007')
  t.equal(pad(12345), '12345')
  t.end()
})

test('fails on text', (t) => {
  t.throws(() => pad('x'), /not a number/)
  t.end()
})
