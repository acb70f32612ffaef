import { format } from "./format";

const count: number = "3";
eval("console.log(1)");
document.body.textContent = format(count);
import("./format").then((module) => console.log(module));
