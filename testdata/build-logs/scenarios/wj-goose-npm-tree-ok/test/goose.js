const { expect } = require('chai');
const sinon = require('sinon');

const fly = (wings, onError) => (wings === 2 ? 'south' : onError(new Error(`${wings} wings`)));

describe('goose', () => {
  it('flies', () => expect(fly(2)).to.equal('south'));
  it('tells an error with one wing', () => {
    const spy = sinon.spy();
    fly(1, spy);
    sinon.assert.calledOnce(spy);
  });
  it('swims');
});
