export function currency(amount: string): string {
  return `${amount} EUR`;
}
