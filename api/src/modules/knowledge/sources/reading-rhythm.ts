export type ReadingRhythm = 'NEVER' | 'DAILY' | 'WEEKLY' | 'MONTHLY'

const DAY_MS = 86_400_000
const days: Record<Exclude<ReadingRhythm, 'NEVER'>, number> = { DAILY: 1, WEEKLY: 7, MONTHLY: 30 }
/** By so much of a day at most a source is read later than its rhythm says, each by its own: not all at one moment. */
const spread = 0.1

/** When a source is read again by itself. */
export function nextReadAt({ rhythm, id, from }: { rhythm: ReadingRhythm, id: string, from: Date }): Date | null {
  if (rhythm === 'NEVER') return null
  const share = Number.parseInt(id.slice(-6), 16) / 0x1000000
  return new Date(from.getTime() + Math.round((days[rhythm] + spread * share) * DAY_MS))
}
