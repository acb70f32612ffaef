module.exports = { ci: { client: "pg", connection: "postgres://ci@db/ci", migrations: { directory: "migrations" } } };
