const WIDTH = 48
const HEIGHT = 14
const EDGE = 1.5

/** The points of a line through readings from -1 (below) to 1 (above), in a box of 48 by 14; nothing of fewer than two. */
export function sparkOf(readings: readonly number[]): string | null {
  if (readings.length < 2) return null
  const step = (WIDTH - 2 * EDGE) / (readings.length - 1)
  const heightOf = (reading: number) => EDGE + (1 - reading) / 2 * (HEIGHT - 2 * EDGE)
  return readings.map((reading, at) => `${(EDGE + at * step).toFixed(1)},${heightOf(reading).toFixed(1)}`).join(' ')
}
