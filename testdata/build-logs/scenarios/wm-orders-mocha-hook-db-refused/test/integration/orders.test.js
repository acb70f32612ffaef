const net = require('node:net');
const assert = require('node:assert');
const connect = () => new Promise((resolve, reject) => net.connect(process.env.DB_PORT, process.env.DB_HOST).on('connect', resolve).on('error', reject));
describe('orders in the database', () => {
  before(connect);
  it('are stored', () => assert.ok(true));
  it('are found', () => assert.ok(true));
});
