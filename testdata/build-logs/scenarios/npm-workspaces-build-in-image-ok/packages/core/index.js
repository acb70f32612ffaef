exports.check = (n) => {
  if (n < 0) throw new RangeError("failed: below zero");
  return n;
};
