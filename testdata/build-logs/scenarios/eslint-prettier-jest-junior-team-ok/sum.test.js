const { sum } = require("./sum");

for (let i = 0; i < 60; i++) test(`${i} + error code ${i}`, () => { console.error("FAIL?"); expect(sum(i, i)).toBe(2 * i); });
