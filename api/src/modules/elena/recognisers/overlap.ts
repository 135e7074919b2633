import type { Candidate, Reading } from './reading.ts'
import type { Kind } from './recognised.ts'

/** Which reading of the very same characters is believed, the most specific first. */
const SPECIFIC: readonly Kind[] = [
  'email', 'url', 'card', 'passport', 'cedula', 'rnc', 'dateTime', 'date', 'money', 'percentage', 'phone', 'orderCode', 'time',
  'duration', 'address', 'ordinal', 'number',
]
const RANK = new Map(SPECIFIC.map((kind, at) => [kind, at]))

/** Candidates that do not overlap, in the order of the text: the longest wins, then what was asked for, then the specific. */
export function resolved(reading: Reading): Candidate[] {
  const asked = reading.options.kinds && new Set(reading.options.kinds)
  const rank = ({ kind }: Candidate) => (asked?.has(kind) ? 0 : 100) + RANK.get(kind)!
  const length = ({ first, end }: Candidate) => reading.tokens[end - 1]!.end - reading.tokens[first]!.start
  const best = [...reading.candidates].sort(
    (a, b) => length(b) - length(a) || rank(a) - rank(b) || b.confidence - a.confidence || a.first - b.first,
  )
  const taken = new Uint8Array(reading.tokens.length)
  return best.filter(one => takes(reading, taken, one)).sort((a, b) => a.first - b.first)
}

function takes(reading: Reading, taken: Uint8Array, { first, end }: Candidate): boolean {
  reading.steps += end - first
  for (let at = first; at < end; at++) if (taken[at]) return false
  taken.fill(1, first, end)
  return true
}
