export const total = rows => rows.reduce((a, b) => a + b, 0);
