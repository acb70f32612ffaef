export const format = (when) => when.format();
