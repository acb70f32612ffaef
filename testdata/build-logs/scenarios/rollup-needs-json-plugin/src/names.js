export const names = ["home", "cart"];
