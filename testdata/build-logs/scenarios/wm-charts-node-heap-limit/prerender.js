const pages = [];
for (const locale of ['en', 'de', 'fr', 'es']) {
  for (let i = 0; i < 4e6; i++) pages.push({ locale, path: `/${locale}/${i}`, body: ['chart', i] });
  console.log(`  ${locale}: ${pages.length} pages`);
}
