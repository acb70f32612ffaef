const { expect } = require('chai');
const { Order } = require('.');

describe('orders', () => {
  it('has an id', () => expect(new Order().id).to.have.length(21));
  it('throws an error without a name', () => expect(() => new Order().add('', '1')).to.throw('needs a name'));
  it('sums up', () => expect(new Order().add('pen', '1.20').add('ink', '2.30').total()).to.equal('3.50'));
  it.skip('is paid', () => {});
});
