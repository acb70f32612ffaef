import { add } from "@/math";

export const total = (values) => values.reduce(add, 0);
