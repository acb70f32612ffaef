const { label } = require('./menu');

test.each([...Array(40).keys()])('label %i', (n) => expect(label(`item ${n}`)).toBe(`ITEM ${n}`));
