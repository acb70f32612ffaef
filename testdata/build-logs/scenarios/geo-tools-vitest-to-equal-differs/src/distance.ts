export interface Point {
  lat: number;
  lon: number;
}

const RADIUS = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function distance(a: Point, b: Point): number {
  const lat = radians(b.lat - a.lat);
  const lon = radians(b.lon - a.lon);
  const h = Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(h));
}
