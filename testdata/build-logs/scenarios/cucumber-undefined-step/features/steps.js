const { Given, When, Then } = require('@cucumber/cucumber'); const assert = require('assert');
Given('an empty cart', function () { this.n = 0; });
When('I add {int} of {string}', function (n) { this.n += n; });
Then('the cart has {int} items', function (n) { assert.equal(this.n, n); });
