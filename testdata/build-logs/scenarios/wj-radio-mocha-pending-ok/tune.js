exports.tune = (mhz) => {
  if (mhz < 87.5 || mhz > 108) {
    console.log('tuning failed: %d MHz is out of range', mhz);
    return false;
  }
  return true;
};
exports.scan = (callback) => setTimeout(() => callback(null, [98.5]), 20);
