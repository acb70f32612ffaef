const express = require('express');
const { v4: uuid } = require('uuid');
const { total, checkItem } = require('./pricing');

function createApp(store = new Map()) {
  const app = express();
  app.use(express.json());

  app.post('/carts', (request, response) => {
    const cart = { id: uuid(), items: [] };
    store.set(cart.id, cart);
    response.status(201).json(cart);
  });

  app.post('/carts/:id/items', (request, response) => {
    const cart = store.get(request.params.id);
    if (!cart) return response.status(404).json({ error: 'no such cart' });
    const errors = checkItem(request.body);
    if (errors.length > 0) {
      console.error('item refused', errors);
      return response.status(400).json({ errors });
    }
    cart.items.push(request.body);
    return response.status(201).json({ total: total(cart.items) });
  });

  return app;
}

module.exports = { createApp };
