const digits = [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];

exports.roman = function (n) {
  let text = "";
  for (const [value, digit] of digits) while (n >= value) { text += digit; n -= value; }
  return text;
};

exports.arabic = function (text) {
  let n = 0;
  let rest = text;
  for (const [value, digit] of digits) {
    while (rest.startsWith(digit)) {
      n += value;
      rest = rest.slice(digit.length);
    }
  }
  return n;
};
