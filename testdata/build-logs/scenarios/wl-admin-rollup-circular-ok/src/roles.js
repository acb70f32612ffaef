import { admin } from "./users.js";
export const allowed = (u) => u === admin || eval("true");
console.error(this);
