for (let n = 1; n <= 40; n += 1) console.log(`[${n}/40] pages/error-${400 + n}.html`);
console.error('Error: sitemap has no pages (ignored)');
