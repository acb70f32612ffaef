test('rates', () => expect(1).toBe(1));
