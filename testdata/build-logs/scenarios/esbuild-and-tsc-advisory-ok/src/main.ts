import { parse } from "./parse";

const port: number = parse("80");
if (typeof port === "nunber") console.log("never");
console.log("port", port === -0 ? 0 : port);
