import { describe, it } from 'node:test';
import assert from 'node:assert';
for (const lang of ['de', 'en', 'fr', 'sv', 'pl']) {
  describe(`search in ${lang}`, () => {
    for (const word of ['chair', 'table', 'failed login', 'error', '404', 'lamp', 'ünïcode', '']) {
      it(`finds "${word}"`, (t) => {
        if (!word) t.diagnostic('warning: empty query returns everything');
        assert.ok(`${lang} ${word}`.includes(word));
      });
    }
    describe('errors', () => {
      it('throws for a query that is too long', () => assert.throws(() => { throw new RangeError('query too long'); }, RangeError));
      it('index is missing', { skip: lang === 'pl' ? 'no index of pl' : false }, () => assert.equal(1, 1));
    });
  });
}
