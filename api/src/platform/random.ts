/** Numbers in [0, 1) that follow from a seed (Mulberry32, public domain): same seed, same model. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = state + 0x6d2b79f5 | 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32
  }
}

/** Puts an array into a random order, in place (Fisher and Yates). */
export function shuffle<T extends { length: number, [at: number]: unknown }>(items: T, random: () => number): T {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const moved = items[last]
    items[last] = items[other]
    items[other] = moved
  }
  return items
}
