module.exports = require("nanoid").nanoid;
