exports.deal = (n) => { if (n > 52) throw new RangeError('not enough cards'); return Array(n).fill('x') }
/** @type {number} */ exports.size = 'big'
