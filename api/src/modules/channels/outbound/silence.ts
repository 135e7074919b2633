import type { SendOutcome } from '../adapters/outgoing.ts'
import type { ChannelFailure } from '../adapters/update.ts'

interface Told {
  /** False where a status had told already what became of the message. */
  isNews: boolean
  most: number
}

/** Counts calls of an account to which nobody answered: one may be chance, many in a row are not. */
export class Silence {
  #inARow = 0

  /** What is wrong, once there were so many; then it begins to count anew. */
  heard(outcome: SendOutcome, { isNews, most }: Told): ChannelFailure | undefined {
    const failure = isNews ? silenceIn(outcome) : undefined
    this.#inARow = failure ? this.#inARow + 1 : 0
    if (!failure || this.#inARow < most) return undefined
    this.#inARow = 0
    return failure
  }
}

/** A mistake of ours in an adapter says nothing of the provider. */
function silenceIn(outcome: SendOutcome): ChannelFailure | undefined {
  if (outcome.kind === 'UNKNOWN') return outcome.failure.code === 'ADAPTER' ? undefined : outcome.failure
  return outcome.kind === 'RETRY' && outcome.scope === 'ACCOUNT' && outcome.failure.code === 'SILENT' ? outcome.failure : undefined
}
