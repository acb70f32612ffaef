exports.gross = (net, rate) => net + net * rate;
exports.parse = (text) => Number(text.replace(',', '.'));
