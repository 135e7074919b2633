/** The list with one of its items elsewhere; as it was where there is no such place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  if (from < 0 || to < 0 || from >= items.length || to >= items.length) return [...items]
  const next = [...items]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
