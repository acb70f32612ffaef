const { count } = require('../src/count.js')

test.each([1, 2, 3, 4])('counts %i', n => expect(count(Array(n))).toBe(n))
