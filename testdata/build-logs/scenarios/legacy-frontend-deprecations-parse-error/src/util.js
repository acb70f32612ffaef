export const a = (b) => b?.c ?? 1;
