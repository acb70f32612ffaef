export interface Item {
  sku: string;
  price: number;
  amount?: number;
}

export function total(items: Item[]): number {
  return items.reduce((sum, item) => sum + item.price * item.amount, 0);
}

export function first(items: Item[]): string {
  return items[0].name;
}
