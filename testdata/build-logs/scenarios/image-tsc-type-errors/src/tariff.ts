import { z } from "zod"
export const Tariff = z.object({ id: z.string(), price: z.number(), until: z.date().optional() })
export type Tariff = z.infer<typeof Tariff>
export function daysLeft(t: Tariff): number {
  return (t.until.getTime() - Date.now()) / 86400000
}
