const { Umzug, JSONStorage } = require('umzug');
const state = { tables: [] };
let first = true;
const migration = (name, table, flaky) => ({
  name,
  up: async () => {
    if (flaky && first) { first = false; throw new Error(`lock timeout on ${table}`); }
    state.tables.push(table);
  },
  down: async () => { state.tables = state.tables.filter((t) => t !== table); },
});
const umzug = new Umzug({
  migrations: [migration('001-users', 'users'), migration('002-orders', 'orders'), migration('003-errors', 'errors', true)],
  storage: new JSONStorage({ path: '/tmp/umzug.json' }),
  logger: console,
});
(async () => {
  try {
    await umzug.up();
  } catch (e) {
    console.log('first attempt:', e.message);
    await umzug.up();
  }
  await umzug.down();
  await umzug.up();
  console.log('pending:', (await umzug.pending()).length, 'tables:', state.tables.join(' '));
})();
