import { table } from './table.js';
import { args } from './args.js';
console.log(table(args(process.argv)));
