import { distance, type Point } from './distance.js';

export class Track {
  constructor(private readonly points: Point[] = []) {}

  add(point: Point): this {
    this.points.push(point);
    return this;
  }

  get length(): number {
    let sum = 0;
    this.points.forEach((point, index) => {
      const next = this.points[index + 1];
      if (next) sum += distance(point, next);
    });
    return sum;
  }

  first(): Point | undefined {
    return this.points[0];
  }
}
