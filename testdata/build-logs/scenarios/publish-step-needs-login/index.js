module.exports = (text) => text.replace(/^\s+/gm, "");
