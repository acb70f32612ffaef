module.exports.call = (methods, name, ...args) => {
  try {
    return { result: methods[name](...args) };
  } catch (error) {
    console.error(error);
    return { error: { code: -32601, message: error.message } };
  }
};
