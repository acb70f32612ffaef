const {test} = require("node:test");
test("error is told", () => console.error("npm error code E404"));
test("not yet", {todo: true}, () => { throw new Error("not yet"); });
test("elsewhere", {skip: "needs a database"}, () => {});
