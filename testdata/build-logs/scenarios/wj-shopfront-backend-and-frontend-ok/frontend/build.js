const fs = require('fs');

fs.mkdirSync('dist', { recursive: true });
for (const page of ['index', 'cart', 'error', '404']) {
  fs.writeFileSync(`dist/${page}.html`, `<h1>${page}</h1>`);
  console.log(`  dist/${page}.html`);
}
console.log('build finished with 0 errors and 0 warnings');
