export function frame(width: number, height: number): string {
  return '#'.repeat(width * height);
}
