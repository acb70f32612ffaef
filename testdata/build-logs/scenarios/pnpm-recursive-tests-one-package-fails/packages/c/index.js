exports.c = () => require("@acme/b").b * 2;
