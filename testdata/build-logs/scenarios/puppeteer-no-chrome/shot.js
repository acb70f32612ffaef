const puppeteer = require('puppeteer');

(async () => {
  const browser = await puppeteer.launch({ args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.setContent('<h1>hello</h1>');
  await page.screenshot({ path: 'hello.png' });
  await browser.close();
})();
