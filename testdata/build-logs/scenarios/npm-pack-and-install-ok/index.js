exports.text = (code) => `error ${code}: failed`;
