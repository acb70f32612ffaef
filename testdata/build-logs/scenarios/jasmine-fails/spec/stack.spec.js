describe('stack', () => {
  it('pushes', () => { expect([1].length).toBe(1); });
  it('pops in order', () => { expect([1, 2].pop()).toEqual(1); });
});
