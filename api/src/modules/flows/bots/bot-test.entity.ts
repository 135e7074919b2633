import { defineEntity, p } from '@mikro-orm/core'
import type { FlowTest } from '@botpro/graphql/flows'
import type { Change } from './bot.entity.ts'

const BotTestSchema = defineEntity({
  name: 'BotTest',
  tableName: 'bot_test',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    botId: p.uuid(),
    key: p.text(),
    name: p.text(),
    document: p.json().$type<FlowTest>(),
    revision: p.integer(),
    changedAt: p.datetime(),
    changedBy: p.uuid().nullable(),
  },
})

/** One test of a draft. */
export class BotTest extends BotTestSchema.class {
  save(document: FlowTest, { now, memberId }: Change) {
    this.key = document.key
    this.name = document.name
    this.document = document
    this.revision += 1
    this.changedAt = now
    this.changedBy = memberId
  }
}
BotTestSchema.setClass(BotTest)
