const assert = require('node:assert');
const { test } = require('node:test');
const app = require('../app');

test('answers', async (t) => {
  const server = app.listen(0);
  t.after(() => server.close());
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/`);
  assert.deepEqual(await answer.json(), { open: 3 });
});

test('unknown path', async (t) => {
  const server = app.listen(0);
  t.after(() => server.close());
  assert.equal((await fetch(`http://127.0.0.1:${server.address().port}/x`)).status, 404);
});
