const assert = require('assert');
it('works', () => { assert.equal(require('../lib').f(4), 1); });
