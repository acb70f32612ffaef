import { log } from "@lib/log";
import { query } from "./query";

export const handler = async () => log(await query());
