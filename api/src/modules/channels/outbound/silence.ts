import type { SendOutcome } from '../adapters/outgoing.ts'
import type { ChannelFailure } from '../adapters/update.ts'

interface Told {
  /** False where a status had told already what became of the message. */
  isNews: boolean
  most: number
}

/** Calls that surely did not arrive lose nothing, and are repeated by themselves: so many weigh as one of which nobody knows. */
const NEVER_ARRIVED = 1 / 4

/** Weighs calls of an account to which nobody answered: one may be chance, many in a row are not. */
export class Silence {
  #weight = 0

  /** What is wrong, once there were so many; then it begins to count anew. */
  heard(outcome: SendOutcome, { isNews, most }: Told): ChannelFailure | undefined {
    const failure = isNews ? silenceIn(outcome) : undefined
    this.#weight = failure ? this.#weight + (outcome.kind === 'UNKNOWN' ? 1 : NEVER_ARRIVED) : 0
    if (!failure || this.#weight < most) return undefined
    this.#weight = 0
    return failure
  }
}

/** A mistake of ours in an adapter says nothing of the provider. */
function silenceIn(outcome: SendOutcome): ChannelFailure | undefined {
  if (outcome.kind === 'UNKNOWN') return outcome.failure.code === 'ADAPTER' ? undefined : outcome.failure
  return outcome.kind === 'RETRY' && outcome.scope === 'ACCOUNT' && outcome.failure.code === 'SILENT' ? outcome.failure : undefined
}
