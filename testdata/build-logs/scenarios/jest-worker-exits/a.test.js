const { load } = require('./lib');
test('loads', () => { expect(load('x')).toBe('x'); });
test('refuses nothing', () => { expect(() => load()).toThrow(); });
