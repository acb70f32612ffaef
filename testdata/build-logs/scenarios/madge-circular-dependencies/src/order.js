const invoice = require("./invoice");
module.exports = { orders: [invoice] };
