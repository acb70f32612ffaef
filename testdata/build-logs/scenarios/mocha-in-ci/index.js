exports.parse = (text) => JSON.parse(text || "{}");
