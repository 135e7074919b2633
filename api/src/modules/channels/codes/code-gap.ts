import type { OutgoingPart, SendOutcome } from '../adapters/outgoing.ts'

/** Stands in whatever is stored of a message where its code will stand, and is as long, so that what an SMS costs is counted rightly. */
export const CODE_GAP = '@@@@@@'

/** A call as it is made: only then does the code stand in it. */
export const withCode = <Part extends OutgoingPart>(part: Part, code: string): Part =>
  ({ ...part, request: JSON.parse(JSON.stringify(part.request).replaceAll(CODE_GAP, code)) as Part['request'] })

/** What a provider says of a failure is stored and shown: should it repeat the code, that is taken out again. */
export function withoutCode(outcome: SendOutcome, code: string): SendOutcome {
  if (outcome.kind === 'ACCEPTED') return outcome
  return { ...outcome, failure: { ...outcome.failure, message: outcome.failure.message.replaceAll(code, CODE_GAP) } }
}
