const { cleanEnv, port, str, url } = require("envalid");

module.exports = cleanEnv(process.env, { PORT: port(), DATABASE_URL: url(), SESSION_SECRET: str(), NODE_ENV: str() });
