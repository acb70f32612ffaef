import { expect, test, describe } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';

describe('server', () => {
  test('echoes', async () => {
    const server = new WebSocketServer({ port: 0 });
    server.on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
    const client = new WebSocket(`ws://127.0.0.1:${server.address().port}`);
    await new Promise((done) => client.once('open', done));
    client.send('hello');
    expect(String(await new Promise((done) => client.once('message', done)))).toBe('hello');
    client.close();
    server.close();
  });
  test('logs what it cannot reach', async () => {
    const client = new WebSocket('ws://127.0.0.1:9');
    const error = await new Promise((done) => client.once('error', done));
    console.error('connection failed', error);
    expect(error.code).toBe('ECONNREFUSED');
  });
  test.fails('keeps order of fragments', () => expect([1, 2]).toEqual([2, 1]));
  test.todo('compresses');
  for (let n = 0; n < 30; n++) test(`close code ${1000 + n}`, () => expect(1000 + n).toBeGreaterThan(999));
});
