export function clamp(value: number, low: number, high: number): number {
  if (low > high) throw new RangeError("low is above high");
  return Math.min(Math.max(value, low), high);
}
