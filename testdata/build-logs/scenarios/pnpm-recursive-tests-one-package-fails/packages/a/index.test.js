const { test } = require("node:test");
for (let i = 0; i < 30; i++) test(`a handles error ${i}`, () => {});
