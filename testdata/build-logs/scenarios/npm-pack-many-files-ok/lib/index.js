exports.text = (n) => `error ${n}`;
