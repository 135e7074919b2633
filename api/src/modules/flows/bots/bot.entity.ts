import { defineEntity, p } from '@mikro-orm/core'
import type { BotSettings } from '@botpro/graphql/flows'

export const botStages = ['BUILD', 'TEST', 'REVIEW', 'LIVE'] as const
export type BotStage = (typeof botStages)[number]

/** Who changed something, and when; nobody where it was no member. */
export interface Change {
  now: Date
  memberId: string | null
}

const BotSchema = defineEntity({
  name: 'Bot',
  tableName: 'bot',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.text(),
    description: p.text().nullable(),
    settings: p.json().$type<BotSettings>(),
    settingsRevision: p.integer(),
    settingsChangedAt: p.datetime(),
    settingsChangedBy: p.uuid().nullable(),
    draftRevision: p.integer(),
    draftChangedAt: p.datetime(),
    draftChangedBy: p.uuid().nullable(),
    stage: p.text().$type<BotStage>(),
    lastNumber: p.integer(),
    latestVersionId: p.uuid().nullable(),
    liveVersionId: p.uuid().nullable(),
    createdAt: p.datetime(),
    createdBy: p.uuid().nullable(),
    archivedAt: p.datetime().nullable(),
  },
})

/** The draft's head: settings, how far it is, what of it serves. Its row is the lock of the whole draft. */
export class Bot extends BotSchema.class {
  isLive(): boolean {
    return this.stage === 'LIVE'
  }

  rename(name: string, description: string | null) {
    this.name = name
    this.description = description
  }

  /** Something of the draft is different from now on. */
  touch({ now, memberId }: Change) {
    this.draftRevision += 1
    this.draftChangedAt = now
    this.draftChangedBy = memberId
  }

  set(settings: BotSettings, change: Change) {
    this.settings = settings
    this.settingsRevision += 1
    this.settingsChangedAt = change.now
    this.settingsChangedBy = change.memberId
    this.touch(change)
  }

  /** The number of a version that is published now. A bot that is live serves it at once. */
  publish(versionId: string): number {
    this.lastNumber += 1
    this.latestVersionId = versionId
    if (this.isLive()) this.liveVersionId = versionId
    return this.lastNumber
  }

  serve(versionId: string) {
    if (!this.isLive()) throw new Error('A bot that is not live serves nobody.')
    this.liveVersionId = versionId
  }

  /** Only what was published may serve. */
  move(stage: BotStage) {
    if (stage === 'LIVE' && !this.latestVersionId) throw new Error('Without a published version there is nothing to serve.')
    this.stage = stage
    this.liveVersionId = stage === 'LIVE' ? this.latestVersionId : null
  }

  archive(now: Date) {
    if (this.isLive()) throw new Error('A bot that serves customers is not put away.')
    this.archivedAt = now
  }

  restore() {
    this.archivedAt = null
  }
}
BotSchema.setClass(Bot)
