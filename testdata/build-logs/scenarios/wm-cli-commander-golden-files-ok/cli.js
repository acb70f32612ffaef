const { program } = require('commander');
program.name('parcel').option('-w, --weight <kg>', 'weight');
program.command('price <country>').action((country) => {
  if (country === 'XX') program.error("error: unknown country 'XX'", { exitCode: 3 });
  console.log(`${country}: ${7 + Number(program.opts().weight ?? 1)}`);
});
program.parse();
