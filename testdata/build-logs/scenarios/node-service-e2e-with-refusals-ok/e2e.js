const assert = require("assert");
const get = (path, options) => fetch("http://127.0.0.1:3977" + path, options);
(async () => {
  assert.equal((await get("/absent")).status, 404);
  assert.equal((await get("/boom")).status, 500);
  assert.equal((await get("/", { method: "POST", headers: { "content-type": "application/json" }, body: "{" })).status, 400);
  console.log("e2e: 3 checks passed, 0 failed");
})();
