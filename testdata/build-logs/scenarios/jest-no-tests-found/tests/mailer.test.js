const mailer = require('../src/mailer');

test('sends', () => expect(mailer()).toBe('sent'));
