const unused = 1;

exports.load = function (fetcher) {
  try {
    return fetcher();
  } catch (error) {
    console.error("Error: request failed:", error.message);
    return error.code == 404 ? null : [];
  }
};
