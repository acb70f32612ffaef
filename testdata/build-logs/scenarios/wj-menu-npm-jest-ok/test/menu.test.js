const { parse, price } = require('../src/menu');

describe('parse', () => {
  test('good', () => expect(parse('{"dishes": [1]}')).toEqual([1]));
  test.each(['', '{', 'null', '[}'])('broken text %p gives no dish and an error', (text) => {
    expect(parse(text)).toEqual([]);
  });
});

describe('price', () => {
  test('two digits', () => expect(price({ name: 'soup', price: 4 })).toBe('4.00'));
  test('throws TypeError', () => expect(() => price({ name: 'soup' })).toThrow(TypeError));
  test.todo('currencies');
  test.skip('fails on negative prices', () => expect(price({ price: -1 })).toBe(0));
});
