import { Command } from "commander";

const program = new Command().version("3.2.1").exitOverride();
try {
  program.parse();
} catch (error) {
  console.error("CommanderError:", (error as Error).message);
}
