const request = require('supertest')
import app from './app'

test.each(Array.from({ length: 20 }, (_, i) => i + 1))('lamp %i', async (n) => {
  expect((await request(app).get(`/lamps/${n}`)).body.lamp).toBe(String(n))
})
test('a broken lamp is an error 500', async () => {
  expect((await request(app).get('/lamps/0')).status).toBe(500)
})
test.todo('lamp fails after a year')
test.skip('FAIL: flickers', () => { throw new Error('flickers') })
