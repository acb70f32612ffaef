exports.parse = (text) => {
  if (!text) throw new SyntaxError("Unexpected end of JSON input");
  return JSON.parse(text);
};
