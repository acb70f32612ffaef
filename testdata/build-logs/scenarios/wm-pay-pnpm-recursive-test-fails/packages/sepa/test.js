const assert = require('node:assert');
const mod97 = (iban) => BigInt((iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (c) => c.charCodeAt(0) - 55)) % 97n;
for (const iban of ['DE89370400440532013000', 'GB82WEST12345698765432', 'FR1420041010050500013M02607']) {
  assert.equal(mod97(iban), 1n, `${iban} is no valid IBAN`);
  console.log('ok', iban);
}
