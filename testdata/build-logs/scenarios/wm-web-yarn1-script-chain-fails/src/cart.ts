export interface Line { sku: string; count: number }
export const add = (lines: Line[], sku: string): Line[] => [...lines, { sku, quantity: 1 }];
export const size = (lines: Line[]): number => lines.reduce((n, l) => n + l.count, 0);
