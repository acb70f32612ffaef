for (let n = 1; n < 40; n += 1) it(`error code ${n} is explained`, () => {});
