const assert = require('assert');
const net = require('net');

describe('store', () => {
  it('keeps what it was given', () => assert.equal(1, 1));
  it('answers within a second', (done) => {
    net.connect(9, '127.0.0.1').on('error', done);
  });
  it('orders keys', () => assert.deepEqual(['b', 'a'].sort(), ['a', 'b']));
});
