import { list } from "./users.js";
import os from "os";
console.log("admin", list().length, typeof os.EOL);
export default list;
