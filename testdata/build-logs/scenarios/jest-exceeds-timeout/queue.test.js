const { EventEmitter, once } = require('events');

describe('queue', () => {
  test('logs an error', () => console.error('Error: queue is full'));
  test('delivers', async () => {
    const queue = new EventEmitter();
    setTimeout(() => queue.emit('message', 1), 20);
    expect((await once(queue, 'message'))[0]).toBe(1);
  });
  test('acknowledges', async () => {
    await once(new EventEmitter(), 'ack');
  });
});
