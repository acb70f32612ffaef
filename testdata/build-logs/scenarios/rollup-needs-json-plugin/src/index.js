import { version } from "../package.json";

export { names } from "./names.js";
export { version };
