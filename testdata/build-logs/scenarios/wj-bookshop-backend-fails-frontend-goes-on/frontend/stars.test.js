const stars = (n) => {
  if (n < 0 || n > 5) throw new RangeError(`${n} stars`);
  return '★'.repeat(n).padEnd(5, '☆');
};

describe('stars', () => {
  test.each([0, 1, 2, 3, 4, 5])('%i', (n) => expect(stars(n)).toHaveLength(5));
  test.each([-1, 6])('fails at %i', (n) => expect(() => stars(n)).toThrow(RangeError));
});
