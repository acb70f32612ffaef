test.each([1, 2, 3])('price %d', (n) => expect(n * 2).toBe(n + n));
