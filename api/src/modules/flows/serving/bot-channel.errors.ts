import { Refusal } from '../../../platform/refusal.ts'

export class BotChannelTaken extends Refusal {
  readonly __typename = 'BotChannelTaken'
  readonly code = 'BOT_CHANNEL_TAKEN'
  readonly message = 'Another bot answers on this channel at some of these hours.'
  readonly botChannelId: string

  constructor(botChannelId: string) {
    super()
    this.botChannelId = botChannelId
  }
}
