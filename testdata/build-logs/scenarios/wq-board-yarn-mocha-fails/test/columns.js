const { expect } = require('chai');
const { move, sorted, archive } = require('../lib/columns');

const columns = [{ name: 'todo', order: 1, cards: ['a', 'b'] }, { name: 'done', order: 2, cards: [] }];

describe('columns', () => {
  describe('#move', () => {
    it('puts the card into the other column', () => {
      expect(move(columns, 'a', 'done')[1].cards).to.deep.equal(['a']);
    });
    it('takes it from the first', () => expect(move(columns, 'a', 'done')[0].cards).to.deep.equal(['b']));
    it('refuses a column that is not there', () => {
      expect(() => move(columns, 'a', 'doing')).to.throw('no column doing');
    });
  });
  describe('#sorted', () => {
    for (let n = 0; n < 80; n++) {
      it(`keeps ${n} columns`, () => expect(sorted(Array(n).fill(columns[0]))).to.have.length(n));
    }
  });
  describe('#archive', () => {
    it('drops the column', () => expect(archive(columns, 'todo')).to.have.length(1));
    it('asks before');
  });
});
