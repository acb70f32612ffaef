const ms = require("ms");
const chalk = require("chalk");
console.log(chalk.red(ms(1)));
