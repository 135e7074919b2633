/** Half a second, doubling up to half a minute; the jitter keeps a crowd from knocking together. */
export const backoff = (failures: number, chance = Math.random()) =>
  Math.min(30_000, 500 * 2 ** failures) * (0.5 + chance / 2)

/** A wait that can be cut short. */
export function createPause() {
  let wake = () => {}
  return {
    wait: (ms: number) => new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    }),
    wake: () => wake(),
  }
}
