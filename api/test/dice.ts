/** Chance that can be repeated: a failure names its seed, and `SEED=…` throws the same again. */
export function dice(seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))) {
  let state = seed
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { seed, roll }
}
