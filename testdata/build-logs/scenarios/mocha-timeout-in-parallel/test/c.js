for (let n = 0; n < 30; n++) it(`column ${n}`, () => {});
