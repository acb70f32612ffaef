import { greet } from "../core";

declare const require: any;
try {
  require("../core");
} catch (error) {
  console.log("core is loaded from " + (error && "elsewhere"));
}
console.log("app");
export const text = () => greet("world");
