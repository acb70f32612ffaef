export function price(amount: number, rate: number): number {
  return amount * rate;
}
