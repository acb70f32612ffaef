import { readFile } from 'node:fs/promises';
const stage = process.env.STAGE ?? 'dev';
for (const name of ['resize', 'thumbnail', 'notify']) {
  const env = JSON.parse(await readFile(`config/${stage}/${name}.json`, 'utf8'));
  console.log(`${name}: ${Object.keys(env).length} variables`);
}
