require("dotenv").config();
const config = require(`./config/${process.env.NODE_ENV}`);
console.log("listening on", config.port);
