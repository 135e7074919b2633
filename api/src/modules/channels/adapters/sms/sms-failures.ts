import type { RefusedBecause, SendOutcome } from '../outgoing.ts'
import type { ChannelFailure } from '../update.ts'

type Meaning = RefusedBecause | 'LATER' | 'ACCOUNT'

/**
 * What Twilio's codes mean for us. It asks not to rely on single ones, since it divides them further from time to time:
 * a code that is not here is judged by the status of the answer.
 */
const MEANINGS: Record<string, [Meaning, string]> = {
  10001: ['ACCOUNT', 'The Twilio account is not active.'],
  20003: ['ACCOUNT', 'Twilio does not accept the account SID and token.'],
  20005: ['ACCOUNT', 'The Twilio account is not active.'],
  20404: ['ACCOUNT', 'Twilio does not know the account.'],
  20429: ['LATER', 'Too many requests at once.'],
  21211: ['UNREACHABLE', 'The number is not valid.'],
  21212: ['ACCOUNT', 'The sender is not a valid number.'],
  21263: ['UNREACHABLE', 'The number is one to which no SMS are sent.'],
  21265: ['UNREACHABLE', 'The number is a short code.'],
  21266: ['UNREACHABLE', 'The number is the sender itself.'],
  21408: ['UNREACHABLE', 'The account may not send to that country.'],
  21602: ['CONTENT', 'The message is empty.'],
  21603: ['ACCOUNT', 'There is no sender.'],
  21604: ['UNREACHABLE', 'There is no recipient.'],
  21606: ['UNREACHABLE', 'The sender cannot send SMS to that number.'],
  21608: ['UNREACHABLE', 'A trial account sends to verified numbers alone.'],
  21610: ['OPTED_OUT', 'The person has asked for no more messages.'],
  21611: ['LATER', 'The queue of the sender is full.'],
  21612: ['UNREACHABLE', 'Twilio has no way from this sender to that number.'],
  21614: ['UNREACHABLE', 'The number is not a mobile one.'],
  21617: ['CONTENT', 'The message has more than 1,600 characters.'],
  21620: ['CONTENT', 'The address of a file is not valid.'],
  21623: ['CONTENT', 'There are too many files.'],
  21635: ['UNREACHABLE', 'The number is a landline.'],
  21659: ['ACCOUNT', 'The sender is not a number of Twilio.'],
  21660: ['ACCOUNT', 'The sender belongs to another account.'],
  21661: ['ACCOUNT', 'The sender cannot send SMS.'],
  21701: ['ACCOUNT', 'The messaging service does not exist.'],
  21703: ['ACCOUNT', 'The messaging service has no number.'],
  21730: ['LATER', 'Twilio is under maintenance.'],
  30001: ['LATER', 'The queue of the sender is full.'],
  30002: ['ACCOUNT', 'The Twilio account is suspended.'],
  30003: ['UNREACHABLE', 'The phone is off or out of reach.'],
  30004: ['UNREACHABLE', 'The message was blocked.'],
  30005: ['UNREACHABLE', 'The number is unknown to its carrier, or not in service any more.'],
  30006: ['UNREACHABLE', 'A landline, or a carrier that cannot be reached.'],
  30007: ['CONTENT', 'The carrier filtered the message.'],
  30008: ['OTHER', 'The carrier gave no reason.'],
  30011: ['CONTENT', 'The number takes no pictures.'],
  30034: ['UNREACHABLE', 'The sender is not registered for sending to the United States.'],
}

const secondsOf = (header: string | undefined) => (/^\d{1,6}$/.test(header ?? '') ? { afterMs: Number(header) * 1000 } : {})

/** In words where we know it, in Twilio's where it says something, and never without. */
export const failureOf = (code: string, said?: string): ChannelFailure =>
  ({ code, message: MEANINGS[code]?.[1] ?? (said || 'Twilio gave no reason.') })

/** What an answer other than success means for the message. */
export function outcomeOfRefusal(
  { status, code, said, retryAfter }: { status: number; code?: string; said?: string; retryAfter?: string },
): SendOutcome {
  const failure = failureOf(code ?? String(status), said)
  const meaning = MEANINGS[code ?? '']?.[0]
  // It was told nothing of the message: whether it was taken is not known.
  if (status >= 500 && !meaning) return { kind: 'UNKNOWN', failure }
  if (meaning === 'LATER' || status === 429) return { kind: 'RETRY', scope: 'ACCOUNT', failure, ...secondsOf(retryAfter) }
  if (meaning === 'ACCOUNT' || [401, 403, 404].includes(status) && !meaning) return { kind: 'ACCOUNT_STOPPED', failure }
  return { kind: 'REFUSED', failure, because: (meaning as RefusedBecause | undefined) ?? 'OTHER' }
}
