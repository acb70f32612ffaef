const { expect } = require('chai');

describe('slug', () => {
  it('is lower case', () => expect('Ab'.toLowerCase()).to.equal('ab'));
});
