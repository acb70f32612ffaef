exports.get = async (url) => {
  try {
    throw new Error(`connect ECONNREFUSED ${url}`);
  } catch (error) {
    console.error('request failed:', error);
    return null;
  }
};
