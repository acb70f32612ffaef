const { open } = require('./menu');

beforeEach(() => {
  document.body.innerHTML = '<nav></nav>';
});

test('opens', () => {
  open();
  expect(document.querySelector('nav.open')).not.toBeNull();
});

test('opens twice', () => {
  open();
  open();
  expect(document.querySelectorAll('nav.open').length).toBe(1);
});
