/** What one round of one side came to. */
export interface Sample {
  perSecond: number
  /** Of each piece of work, in milliseconds. */
  times: number[]
}

/** The value below which this part of all values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const speedOf = (samples: readonly Sample[]): number => median(samples.map(({ perSecond }) => perSecond))

export function timesOf(samples: readonly Sample[]): { p50: number; p99: number } {
  const times = samples.flatMap(sample => sample.times)
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

const WARM_UP = 1
const ROUNDS = 5

/** Each side in turn, round by round: what disturbs the machine disturbs both. The first rounds do not count. */
export async function rounds(...sides: (() => Promise<Sample>)[]): Promise<Sample[][]> {
  const samples: Sample[][] = sides.map(() => [])
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [index, side] of sides.entries()) {
      const sample = await side()
      if (round >= WARM_UP) samples[index]!.push(sample)
    }
  }
  return samples
}
