import { defineEntity, p } from '@mikro-orm/core'
import type { Flow } from '@botpro/graphql/flows'
import type { Change } from './bot.entity.ts'

const BotFlowSchema = defineEntity({
  name: 'BotFlow',
  tableName: 'bot_flow',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    botId: p.uuid(),
    key: p.text(),
    name: p.text(),
    description: p.text().nullable(),
    document: p.json().$type<Flow>(),
    revision: p.integer(),
    position: p.integer(),
    changedAt: p.datetime(),
    changedBy: p.uuid().nullable(),
    deletedAt: p.datetime().nullable(),
  },
})

/** Who keeps a flow again within this went on with what she was at. */
const SITTING_MS = 30 * 60_000

/** One flow of a draft. Its key stays as it is: other flows, tests and figures name it. */
export class BotFlow extends BotFlowSchema.class {
  save(document: Flow, { now, memberId }: Change) {
    if (document.key !== this.key) throw new Error('The key of a flow never changes.')
    this.document = document
    this.name = document.name
    this.description = document.description ?? null
    this.revision += 1
    this.changedAt = now
    this.changedBy = memberId
  }

  /** Whether a change belongs to the sitting of the one before: the studio keeps every few words by itself. */
  isSameSitting({ now, memberId }: Change): boolean {
    return this.changedBy === memberId && now.getTime() - this.changedAt.getTime() < SITTING_MS
  }

  delete(now: Date) {
    this.deletedAt = now
  }

  restore(position: number) {
    this.deletedAt = null
    this.position = position
  }
}
BotFlowSchema.setClass(BotFlow)
