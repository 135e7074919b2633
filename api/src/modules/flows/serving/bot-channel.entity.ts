import { defineEntity, p } from '@mikro-orm/core'
import type { OpeningInterval } from '../../tenancy/index.ts'
import type { BotChannelHours, ServingHours } from './serving-hours.ts'

const BotChannelSchema = defineEntity({
  name: 'BotChannel',
  tableName: 'bot_channel',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    botId: p.uuid(),
    channelAccountId: p.uuid(),
    hours: p.text().$type<BotChannelHours>(),
    intervals: p.json().$type<OpeningInterval[]>(),
    changedAt: p.datetime(),
  },
})

/** That a bot answers on a channel account, and when. */
export class BotChannel extends BotChannelSchema.class {
  set({ hours, intervals }: ServingHours, now: Date) {
    this.hours = hours
    this.intervals = intervals
    this.changedAt = now
  }
}
BotChannelSchema.setClass(BotChannel)
