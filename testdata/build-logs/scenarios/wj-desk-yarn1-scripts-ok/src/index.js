const leftPad = require('left-pad')

module.exports = (n) => {
  if (typeof n !== 'number') throw new TypeError('not a number')
  return leftPad(n, 4, '0')
}
