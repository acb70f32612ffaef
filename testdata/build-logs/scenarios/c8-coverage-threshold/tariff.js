exports.zone = (km) => {
  if (km < 0) {
    throw new RangeError('error: negative');
  }
  if (km < 10) {
    return 1;
  }
  if (km < 50) {
    return 2;
  }
  return 3;
};
