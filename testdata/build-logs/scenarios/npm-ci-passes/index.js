module.exports = function parse(text) { if (!text) throw new Error("not a date"); return new Date(text) }
