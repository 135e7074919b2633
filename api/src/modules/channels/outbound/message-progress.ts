import type { ChannelFailure } from '../adapters/update.ts'
import type { OutgoingPart, Passage } from '../adapters/outgoing.ts'

export type PartState = 'WAITING' | 'SENDING' | 'UNKNOWN' | 'SENT' | 'FAILED' | 'DELIVERED' | 'READ'
export type MessageProgress = 'QUEUED' | 'UNKNOWN' | 'SENT' | 'FAILED' | 'DELIVERED' | 'READ'

/** One call, and how far it has come. */
export interface SentPart extends OutgoingPart {
  state: PartState
  /** For what it was cut. Those cut before these were kept have neither. */
  reference?: string
  passage?: Passage
  externalId?: string
  failure?: ChannelFailure
}

/**
 * What may follow what: the higher one wins, in whatever order the two are heard of, and however often. A late `sent` does
 * not revive what failed; that it was delivered proves that it did not fail.
 */
const RANK: Record<PartState, number> = { WAITING: 0, SENDING: 1, UNKNOWN: 2, SENT: 3, FAILED: 4, DELIVERED: 5, READ: 6 }

export const isFurther = (state: PartState, than: PartState): boolean => RANK[state] > RANK[than]

/** With the provider, as far as anybody knows. */
export const hasLeft = ({ state }: Pick<SentPart, 'state'>): boolean => state === 'SENT' || state === 'DELIVERED' || state === 'READ'

/** The part after something was heard of it; the same object where that is nothing new. */
export function progressed(part: SentPart, heard: Pick<SentPart, 'state' | 'externalId' | 'failure'>): SentPart {
  const externalId = part.externalId ?? heard.externalId
  if (!isFurther(heard.state, part.state)) return externalId === part.externalId ? part : { ...part, externalId }
  const { failure: _before, ...rest } = part
  return { ...rest, state: heard.state, ...externalId !== undefined && { externalId }, ...heard.failure && { failure: heard.failure } }
}

/** How far a message has come whose parts have come so far: as far as the one furthest behind. */
export function progressOf(parts: readonly SentPart[]): MessageProgress {
  if (parts.some(part => part.state === 'FAILED')) return 'FAILED'
  if (parts.some(part => part.state === 'UNKNOWN')) return 'UNKNOWN'
  const last = parts.reduce((behind, part) => (RANK[part.state] < RANK[behind.state] ? part : behind))
  return last.state === 'WAITING' || last.state === 'SENDING' ? 'QUEUED' : last.state as MessageProgress
}

export const failureOf = (parts: readonly SentPart[]): ChannelFailure | null =>
  parts.find(part => part.state === 'FAILED' || part.state === 'UNKNOWN')?.failure ?? null
