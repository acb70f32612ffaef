import {total} from "./cart.ts";

const sum: string = total([1, 2, 3]);
console.log(sum.toUpperCase());
