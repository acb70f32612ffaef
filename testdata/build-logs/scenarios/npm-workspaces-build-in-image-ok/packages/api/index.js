const { check } = require("@kontor/core");
try { check(-5); } catch (e) { console.error("api selftest, caught:", e.message); }
console.log("api built");
