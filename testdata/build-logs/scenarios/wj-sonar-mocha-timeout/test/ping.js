const assert = require('assert');
const { EventEmitter } = require('events');

const ping = (depth) => new Promise((resolve) => {
  const echo = new EventEmitter();
  echo.on('echo', resolve);
  if (depth < 1000) setTimeout(() => echo.emit('echo', depth * 2), 5);
});

describe('ping', () => {
  it('shallow water', async () => assert.strictEqual(await ping(5), 10));
  it('deep water', async () => assert.strictEqual(await ping(999), 1998));
  it('abyss', async () => assert.strictEqual(await ping(4000), 8000));
});

describe('pong', () => {
  it('answers', () => assert.ok(ping));
});
