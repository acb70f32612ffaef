import { total } from "./cart.js";
if (typeof total == "functoin") console.log("never");
console.log(total([1, 2]));
const o = { a: 1, a: 2 };
console.log(o, 1 === -0);
