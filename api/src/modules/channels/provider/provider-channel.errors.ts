import { Refusal } from '../../../platform/refusal.ts'
import type { ChannelFailure } from '../adapters/update.ts'

export class ChannelExists extends Refusal {
  readonly __typename = 'ChannelExists'
  readonly code = 'CHANNEL_EXISTS'
  readonly message = 'This line is connected already.'
  readonly channelAccountId: string

  constructor(channelAccountId: string) {
    super()
    this.channelAccountId = channelAccountId
  }
}

export class PoliciesNotAccepted extends Refusal {
  readonly __typename = 'PoliciesNotAccepted'
  readonly code = 'POLICIES_NOT_ACCEPTED'
  readonly message = 'Somebody has to accept the provider’s policies for this line first.'
}

export class ChannelCheckFailed extends Refusal {
  readonly __typename = 'ChannelCheckFailed'
  readonly code = 'CHANNEL_CHECK_FAILED'
  readonly message: string
  readonly problem: ChannelFailure

  constructor(problem: ChannelFailure) {
    super()
    this.problem = problem
    this.message = problem.message
  }
}
