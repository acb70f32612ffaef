export interface Order {
  id: string;
  total: number;
}

export function sum(orders: Order[]): number {
  return orders.reduce((all, order) => all + order.totl, 0);
}
