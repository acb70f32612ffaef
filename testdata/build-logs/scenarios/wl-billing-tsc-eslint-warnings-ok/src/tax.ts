export function tax(country: string, net: number, options?: any): number {
  if (country === "DE") return Math.round(net * 0.19);
  if (country === "FR") return Math.round(net * 0.2);
  console.warn(`no rate for ${country}`);
  throw new RangeError(`no rate for ${country}`);
}
