export class TripError extends Error {}

export function length(days: number): string {
  if (days < 1) throw new TripError(`error: ${days} days`);
  return days > 7 ? 'long' : 'short';
}
