exports.b = require("@acme/a").a + 1;
