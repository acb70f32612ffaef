exports.net = (lines) => lines.reduce((sum, l) => sum + l.price * l.count, 0)
exports.gross = (lines) => Math.round(exports.net(lines) * 119) / 100
exports.due = (date, days) => new Date(date.getTime() + days * 86400000)
