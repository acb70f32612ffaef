const chalk = require("chalk");

console.log(chalk.green("0.1.0"));
