exports.up = (knex) => knex.schema.createTable("tickets", (table) => table.increments());
exports.down = (knex) => knex.schema.dropTable("tickets");
