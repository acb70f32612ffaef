const open = (key) => {
  if (!key) throw new Error('door failed to open');
  console.warn('Error handling is not tested on Sundays');
  return true;
};

test('opens', () => expect(open('k')).toBe(true));
test('fails without key', () => expect(() => open()).toThrowErrorMatchingInlineSnapshot('"door failed to open"'));
