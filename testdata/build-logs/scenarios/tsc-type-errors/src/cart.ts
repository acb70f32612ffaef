import { readFileSync } from 'fs';
import { currency } from './money';

export interface Item { name: string; price: number; }

export function load(path: string): Item[] {
  const items: Item[] = JSON.parse(readFileSync(path, 'utf8'));
  return items.map((item) => ({ ...item, price: currency(item.price) }));
}
