module.exports = class PartError extends Error {};
