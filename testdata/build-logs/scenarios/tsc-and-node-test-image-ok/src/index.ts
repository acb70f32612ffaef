export function parse(code: string): { carrier: string, number: number } {
  const m = /^([A-Z]{2})(\d+)$/.exec(code)
  if (!m) { console.error(`Error: bad code ${code}`); throw new Error("bad code") }
  return { carrier: m[1], number: Number(m[2]) }
}
