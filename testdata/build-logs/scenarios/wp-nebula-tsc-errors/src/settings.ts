export function readPort(value: string): number {
  return value ? Number(value) : '8080'
}
