for (let n = 0; n < 40; n++)
  test(`number ${n} is a number`, () => expect(n).toEqual(expect.any(Number)));
