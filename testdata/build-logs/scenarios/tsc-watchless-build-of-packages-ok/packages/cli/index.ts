declare const process: { argv: string[] };
declare const console: { log(text: string): void; error(text: string): void };
console.error("self-test: error output works");
console.log(process.argv.includes("--self-test") ? "self-test: 14 checks passed" : "usage");
