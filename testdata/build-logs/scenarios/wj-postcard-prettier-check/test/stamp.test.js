const value = (country, weight) => {
  if (weight <= 0) throw new RangeError('no weight');
  return country === 'DE' ? 95 : 125;
};

describe('value', () => {
  test.each(['DE', 'FR', 'IT', 'ES', 'PL', 'DK', 'NL', 'BE', 'AT', 'CH'])(
    'of a card to %s',
    (country) => {
      expect(value(country, 5)).toBeGreaterThan(90);
    },
  );
  test.each([0, -1])('fails at a weight of %i', (weight) => {
    expect(() => value('DE', weight)).toThrow('no weight');
  });
  test.skip('fails abroad', () => {});
});
