import { Refusal } from '../../../platform/refusal.ts'
import type { NoRoom } from '../../conversations/index.ts'

export type BotEventProblem = NoRoom | 'NO_FLOW'

const MESSAGES: Record<BotEventProblem, string> = {
  NO_FLOW: 'Nothing of the contact’s waits for it, and no flow begins with it there.',
  WITH_PEOPLE: 'People have the contact’s conversation.',
  NO_CHANNEL: 'The contact has no address on a live channel on which the bot may write first.',
  OPTED_OUT: 'The contact has stopped the channel.',
  WINDOW_CLOSED: 'The contact wrote too long ago: the channel takes nothing but templates.',
  SERVICE_HELD: 'The service of the company is suspended, in part or whole.',
}

export class BotEventUnheard extends Refusal {
  readonly __typename = 'BotEventUnheard'
  readonly code = 'BOT_EVENT_UNHEARD'
  readonly message: string
  readonly problem: BotEventProblem

  constructor(problem: BotEventProblem) {
    super()
    this.message = MESSAGES[problem]
    this.problem = problem
  }
}
