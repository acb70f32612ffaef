#!/usr/bin/env node
console.error('Error: unknown option', process.argv[2]);
process.exit(2);
