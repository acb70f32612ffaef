import type { Point } from './distance.js';

export function parsePoint(text: string): Point {
  const [lat, lon] = text.split(',').map(Number);
  if (lat === undefined || lon === undefined || Number.isNaN(lat) || Number.isNaN(lon)) {
    throw new Error(`not a point: ${text}`);
  }
  return { lat, lon };
}
