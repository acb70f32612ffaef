export const total = (rows: number[]): number => rows.reduce((a, b) => a + b, 0);
