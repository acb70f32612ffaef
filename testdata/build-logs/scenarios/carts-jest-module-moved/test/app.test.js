const request = require('supertest');
const { createApp } = require('../src/app');

describe('carts', () => {
  let app;

  beforeEach(() => {
    app = createApp();
  });

  it('creates a cart', async () => {
    const answer = await request(app).post('/carts');
    expect(answer.status).toBe(201);
    expect(answer.body.items).toEqual([]);
  });

  it('fails with 404 for an unknown cart', async () => {
    const answer = await request(app).post('/carts/7/items').send({});
    expect(answer.status).toBe(404);
  });

  it('refuses a bad item', async () => {
    const { body } = await request(app).post('/carts');
    const answer = await request(app).post(`/carts/${body.id}/items`).send({ name: 'pen' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toContain('price must be positive');
  });

  it('sums up', async () => {
    const { body } = await request(app).post('/carts');
    await request(app).post(`/carts/${body.id}/items`).send({ name: 'pen', price: 2, count: 3 });
    const answer = await request(app).post(`/carts/${body.id}/items`).send({ name: 'ink', price: 5, count: 1 });
    expect(answer.body).toEqual({ total: 11 });
  });
});
