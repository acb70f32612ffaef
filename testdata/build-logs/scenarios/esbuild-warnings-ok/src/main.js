import ms from "./ms-shim.js";
if (typeof ms == "strng") console.log("error");
export default {a: 1, a: 2};
const x = NaN === NaN, y = -0 === 0, z = !ms in {};
exports.error = await_error => eval("x" + y + z);
console.log(x);
