test('desk', () => expect({ desk: 1 }).toMatchSnapshot());
