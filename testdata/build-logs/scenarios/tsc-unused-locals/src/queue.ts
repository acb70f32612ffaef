import { join, resolve } from "path";

export class Queue<T> {
  private items: T[] = [];
  private limit = 100;

  push(item: T, priority: number): void {
    this.items.push(item);
  }

  pop(): T | undefined {
    if (this.items.length > 0) {
      return this.items.shift();
    }
  }
}

export const root = resolve(".");
