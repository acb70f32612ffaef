exports.validate = (text) => {
  if (!text) throw new Error("ENOENT: nothing to validate");
  return !/error/.test(text);
};
