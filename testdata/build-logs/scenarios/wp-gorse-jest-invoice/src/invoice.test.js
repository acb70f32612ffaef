const { net, gross, due } = require('./invoice')
describe('net', () => {
  for (let n = 1; n <= 40; n++) test(`${n} lines`, () => expect(net(Array(n).fill({ price: 2, count: 3 }))).toBe(6 * n))
  test('throws an Error when lines is null', () => expect(() => net(null)).toThrow(TypeError))
})
describe('due', () => {
  test('fourteen days later', () => expect(due(new Date('2024-03-20T00:00:00Z'), 14).toISOString()).toBe('2024-04-03T00:00:00.000Z'))
})
describe('gross', () => {
  test('rounds to cents', () => expect(gross([{ price: 0.35, count: 3 }])).toBe(1.26))
})
