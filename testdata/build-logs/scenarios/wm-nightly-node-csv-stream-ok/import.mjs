import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
const lines = createInterface({ input: createReadStream(process.argv[2]) });
let n = 0, batch = 0, bad = 0;
const log = (level, msg) => console.log(`${level.padEnd(5)} import ${msg}`);
for await (const line of lines) {
  if (n++ === 0) continue;
  const [id, amount, currency] = line.split(';');
  if (Number.isNaN(Number(amount))) { bad++; log('ERROR', `row ${id}: invalid amount "${amount}"`); continue; }
  if (currency !== 'EUR') { bad++; log('ERROR', `row ${id}: unknown currency "${currency}"`); continue; }
  if (n % 250 === 0) {
    batch++;
    if (batch === 5) log('WARN', 'batch 5: deadlock detected, retry 1 of 3');
    log('INFO', `batch ${batch} committed`);
  }
}
log('INFO', `finished: ${n - 1} rows, ${bad} rejected, tolerance 1 %`);
