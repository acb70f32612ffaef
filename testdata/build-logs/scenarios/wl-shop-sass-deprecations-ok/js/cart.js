export const total = (l) => l.reduce((a, b) => a + b, 0);
