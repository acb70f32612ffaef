test('has a document', () => expect(document.title).toBe(''));
