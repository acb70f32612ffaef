exports.add = (a, b) => a+b
exports.fail = () => { throw new Error('core failed') }
