const cart = () => ({ lines: [], add(x) { if (!x) throw new Error('no item'); this.lines.push(x); } });
describe('cart', () => {
  test('adds', () => { const c = cart(); c.add('x'); expect(c.lines).toHaveLength(1); });
  test('throws an error for nothing', () => expect(() => cart().add()).toThrow('no item'));
  test('rejected payment', async () => { await expect(Promise.reject(new Error('card declined'))).rejects.toThrow('declined'); });
});
