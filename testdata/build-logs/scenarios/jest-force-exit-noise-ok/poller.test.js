const { start, parse } = require('./poller');

describe('poller', () => {
  start();
  test.each(['{', 'nul', '[1,]'])('gives null for %s', (text) => expect(parse(text)).toBeNull());
  test('parses', () => expect(parse('{"a":1}')).toEqual({ a: 1 }));
  test.todo('stops');
});
