const needed = ['RELEASE_CHANNEL', 'SIGNING_KEY', 'STORE_TOKEN'];
let missing = 0;
console.log('Preflight');
for (const name of needed) {
  const set = Boolean(process.env[name]);
  console.log(`  ${set ? '✔' : '✖'} ${name}${set ? '' : ' is not set'}`);
  missing += set ? 0 : 1;
}
if (missing) {
  console.error(`${missing} required environment variables are missing, see docs/release.md`);
  process.exit(3);
}
