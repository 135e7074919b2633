import type { ChannelProfile } from '../adapters/profile.ts'
import type { RetryScope } from '../adapters/outgoing.ts'

interface Refused {
  /** 1 after the first try. */
  tries: number
  scope: RetryScope
  /** Where the provider said when. */
  afterMs?: number
}

/** How long to wait for the next try, in milliseconds. Meta asks for 4^X seconds where one person is written to too fast. */
export function waitAfter({ tries, scope, afterMs }: Refused, { retries }: Pick<ChannelProfile, 'retries'>, random: () => number): number {
  if (afterMs !== undefined) return afterMs
  const base = scope === 'PERSON' ? 1000 * 4 ** tries : 500 * 2 ** tries
  return Math.min(retries.longestMs, base) * (0.8 + 0.4 * random())
}
