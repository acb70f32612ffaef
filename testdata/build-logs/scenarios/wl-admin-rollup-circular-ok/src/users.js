import { allowed } from "./roles.js";
export const list = () => ["ann", "bob"].filter(allowed);
export const admin = "ann";
