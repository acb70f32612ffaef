const Big = require('big.js');

exports.sum = (...amounts) => amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed(2);
exports.vat = (amount, rate) => new Big(amount).times(rate).div(100).toFixed(2);
