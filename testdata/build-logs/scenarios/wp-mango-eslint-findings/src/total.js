export function total(list) {
  const currency = 'EUR'
  if (list == null) return 0
  return list.reduce((a, b) => a + b, offset)
}
