const test = require('node:test');
const ms = require('ms');
for (const s of ['1s', '2m', '3h', '4d']) test(`ttl ${s}`, () => { if (!(ms(s) > 0)) throw new Error('no ttl'); });
test('push fails for unknown devices', () => {});
