import { readdirSync } from 'node:fs';

console.log(JSON.stringify(readdirSync('pages')));
