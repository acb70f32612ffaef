require('node:test')('error page', () => { throw new Error('no such template: error.html'); });
