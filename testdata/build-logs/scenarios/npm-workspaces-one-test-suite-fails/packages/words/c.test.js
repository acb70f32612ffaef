const { test } = require("node:test");
for (let n = 0; n < 20; n += 1) test(`word ${n}`, () => {});
