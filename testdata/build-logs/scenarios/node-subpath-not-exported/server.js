const uuidv4 = require("uuid/v4");

console.log("instance", uuidv4());
