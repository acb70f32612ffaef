for (let n = 0; n < 130; n++) {
  if (n % 10 === 0) console.error(`Error: icon ${n} not found, the default is taken`);
  console.log(`wrote out/page-${n}.html`);
}
