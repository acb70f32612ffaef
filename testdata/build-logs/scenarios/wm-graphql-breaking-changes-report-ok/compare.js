const fs = require('node:fs');
const { buildSchema, findBreakingChanges, findDangerousChanges } = require('graphql');
const [a, b] = process.argv.slice(2).map((f) => buildSchema(fs.readFileSync(f, 'utf8')));
const breaking = findBreakingChanges(a, b);
breaking.forEach((c) => console.log(`✖ ${c.type}: ${c.description}`));
findDangerousChanges(a, b).forEach((c) => console.log(`⚠ ${c.type}: ${c.description}`));
if (breaking.length && !process.env.LABELS.includes('breaking-change-approved')) process.exit(1);
console.log(`${breaking.length} breaking changes, approved by label`);
