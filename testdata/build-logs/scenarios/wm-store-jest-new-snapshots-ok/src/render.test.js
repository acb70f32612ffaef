const { render } = require('./render');
describe('render', () => {
  test.each([['none', []], ['one', ['a']], ['two', ['a', 'b']]])('of %s', (_, items) => {
    expect(render(items)).toMatchSnapshot();
  });
  test.skip('escapes', () => {});
  test.todo('error page');
});
