export function parse(text) { return JSON.parse(text).items.map((item) => item.id); }
export const unused: number = "0";
