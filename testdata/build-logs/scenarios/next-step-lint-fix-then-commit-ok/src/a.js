var a = 1
let b = a == 2
module.exports = {a,b}
