import { Refusal } from '../../platform/refusal.ts'
import type { SendingDecision } from '../channels/index.ts'
import type { ConversationOwner } from './conversation.entity.ts'

export class NotYourConversation extends Refusal {
  readonly __typename = 'NotYourConversation'
  readonly code = 'NOT_YOUR_CONVERSATION'
  readonly message = 'Only the one who has the conversation may do this.'
  readonly owner: ConversationOwner
  readonly assigneeId: string | null

  constructor(conversation: { owner: ConversationOwner; assigneeId?: string | null }) {
    super()
    this.owner = conversation.owner
    this.assigneeId = conversation.assigneeId ?? null
  }
}

export class AlreadyClaimed extends Refusal {
  readonly __typename = 'AlreadyClaimed'
  readonly code = 'ALREADY_CLAIMED'
  readonly message = 'A colleague was faster.'
  readonly assigneeId: string

  constructor(assigneeId: string) {
    super()
    this.assigneeId = assigneeId
  }
}

export class ConversationIsClosed extends Refusal {
  readonly __typename = 'ConversationIsClosed'
  readonly code = 'CONVERSATION_IS_CLOSED'
  readonly message = 'The conversation was closed.'
}

export class CannotSendNow extends Refusal {
  readonly __typename = 'CannotSendNow'
  readonly code = 'CANNOT_SEND_NOW'
  readonly message = 'The channel does not take it now.'
  readonly decision: SendingDecision

  constructor(decision: SendingDecision) {
    super()
    this.decision = decision
  }
}

export class StillUncertain extends Refusal {
  readonly __typename = 'StillUncertain'
  readonly code = 'STILL_UNCERTAIN'
  readonly message = 'Whether it arrived is still being found out.'
  readonly until: Date

  constructor(until: Date) {
    super()
    this.until = until
  }
}

export class AnotherIsOpen extends Refusal {
  readonly __typename = 'AnotherIsOpen'
  readonly code = 'ANOTHER_IS_OPEN'
  readonly message = 'The contact has a newer conversation open.'
  readonly conversationId: string

  constructor(conversationId: string) {
    super()
    this.conversationId = conversationId
  }
}

export class CannotTakeConversations extends Refusal {
  readonly __typename = 'CannotTakeConversations'
  readonly code = 'CANNOT_TAKE_CONVERSATIONS'
  readonly message = 'The member cannot take conversations.'
}
