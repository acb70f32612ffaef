import pad from "left-pad";
console.log(this, pad);
process.exit(3);
