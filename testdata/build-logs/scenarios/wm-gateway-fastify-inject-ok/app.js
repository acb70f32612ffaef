const fastify = require('fastify');
module.exports = () => {
  const app = fastify({ logger: { level: 'info', base: null, timestamp: false }, disableRequestLogging: true });
  app.get('/health', async () => ({ ok: true }));
  app.get('/broken', async () => { throw new Error('upstream returned 502'); });
  return app;
};
