import { a } from "./helpers";

console.log(a);
