const express = require("express");
const app = express();
app.use(express.json());
app.get("/health", (q, r) => r.send("ok\n"));
app.get("/boom", () => { throw new Error("database unavailable"); });
setTimeout(() => app.listen(process.env.PORT), 1500);
