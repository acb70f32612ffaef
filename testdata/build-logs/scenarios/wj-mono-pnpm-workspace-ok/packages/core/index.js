const ms = require('ms');

exports.seconds = (text) => {
  const value = ms(text);
  if (value === undefined) throw new Error(`not a time: ${text}`);
  return value / 1000;
};
