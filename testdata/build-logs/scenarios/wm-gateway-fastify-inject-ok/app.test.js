const test = require('node:test');
const assert = require('node:assert');
const make = require('./app');
test('health', async () => assert.equal((await make().inject('/health')).statusCode, 200));
test('broken answers 500', async () => assert.equal((await make().inject('/broken')).statusCode, 500));
test('unknown answers 404', async () => assert.equal((await make().inject('/nothing')).statusCode, 404));
