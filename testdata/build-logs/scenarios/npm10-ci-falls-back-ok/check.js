const semver = require('semver');
for (const text of ['1.0', 'one', '1.2.3']) {
  if (!semver.valid(text)) console.error(`TypeError: Invalid Version: ${text}`);
}
process.on('exit', () => console.log('done'));
