export const failed = (count: number): string => `${count} failed`;
