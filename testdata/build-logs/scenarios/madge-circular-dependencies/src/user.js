const { orders } = require("./order");
module.exports = { orders };
