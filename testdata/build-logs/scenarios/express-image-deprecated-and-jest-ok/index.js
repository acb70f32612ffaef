const express = require("express");
const app = express();
app.get("/", (q, r) => r.send("ok"));
app.get("/fail", () => { throw new Error("sample failure"); });
app.use((err, q, r, next) => { console.error("ERROR", err.message); r.status(500).send("failed"); });
module.exports = app;
