/** Lists as they change: always a new one. */
export const replacedAt = <Item>(list: readonly Item[], at: number, item: Item): Item[] => list.map((one, n) => (n === at ? item : one))
export const removedAt = <Item>(list: readonly Item[], at: number): Item[] => list.filter((_, n) => n !== at)
export function movedTo<Item>(list: readonly Item[], from: number, to: number): Item[] {
  if (to < 0 || to >= list.length || from === to) return [...list]
  const rest = removedAt(list, from)
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)]
}
/** An object without one of its names. */
export function without<Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  const { [name]: _, ...rest } = record
  return rest
}
