const assert = require('node:assert');
const puppeteer = require('puppeteer');
const { titles } = require('../lib');

describe('titles', () => {
  it('finds none', () => assert.deepEqual(titles(''), []));
  it('finds two', () => assert.deepEqual(titles('<h1>a</h1><h1>b</h1>'), ['a', 'b']));
});

describe('page', () => {
  it('renders', async () => {
    const browser = await puppeteer.launch();
    const page = await browser.newPage();
    await page.setContent('<h1>a</h1>');
    assert.deepEqual(titles(await page.content()), ['a']);
    await browser.close();
  });
});
