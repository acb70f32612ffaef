export interface Rate {
  from: string;
  to: string;
  factor: number;
}

export function convert(amount: number, rate: Rate): number {
  return amount * rate.factor;
}
