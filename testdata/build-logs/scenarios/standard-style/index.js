module.exports = function add (a, b) {
    var c = a + b;
    return c
}
