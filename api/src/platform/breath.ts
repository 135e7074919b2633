import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long work done in steps, with what to do between two of them: others are served once it has gone on for `everyMs`. */
export function breather(everyMs = 4): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    if (performance.now() - last < everyMs) return undefined
    return nextTurn().then(() => { last = performance.now() })
  }
}

/** Goes through a long list, or takes the steps of long work, without keeping others waiting. */
export async function unhurried<Item>(
  items: Iterable<Item>, step: (item: Item, at: number) => void = () => {},
): Promise<void> {
  const breath = breather()
  let at = 0
  for (const item of items) {
    step(item, at++)
    const pause = breath()
    if (pause) await pause
  }
}

/** A long list in parts. */
export function* partsOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
