const { get } = require('./client');

test('a refused connection gives null', async () => expect(await get('127.0.0.1:80')).toBeNull());
test('so does a wrong name', async () => expect(await get('nowhere.example.org')).toBeNull());
