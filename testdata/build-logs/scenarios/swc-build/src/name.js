exports.name = "fast";
