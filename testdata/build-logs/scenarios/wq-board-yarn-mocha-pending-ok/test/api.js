const { expect } = require('chai');
const http = require('http');

describe('api', () => {
  let failed = 0;
  it('answers', () => expect(200).to.equal(200));
  it('is tried again', () => {
    if (failed++ < 2) throw new Error('ECONNRESET (simulated)');
  });
  it('refuses', (done) => {
    http.get('http://127.0.0.1:9/').on('error', (error) => {
      console.error(error);
      expect(error.code).to.equal('ECONNREFUSED');
      done();
    });
  });
  for (let n = 0; n < 60; n++) it(`returns error ${400 + n} as it is`, () => expect(n).to.be.below(100));
  it('pages');
  it.skip('searches', () => { throw new Error('not implemented'); });
});
