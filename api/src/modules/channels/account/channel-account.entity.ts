import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../../platform/language.ts'
import type { ChannelKind } from '../channel-kind.ts'

export type ChannelState = 'DRAFT' | 'LIVE' | 'PAUSED' | 'REMOVED'

export interface WidgetTexts {
  language: Language
  title: string
  subtitle: string
  greeting: string
  outOfHours: string
}

export type WidgetSide = 'LEFT' | 'RIGHT'

const ChannelAccountSchema = defineEntity({
  name: 'ChannelAccount',
  tableName: 'channel_account',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<ChannelKind>(),
    name: p.text(),
    state: p.string().$type<ChannelState>(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
})

export class ChannelAccount extends ChannelAccountSchema.class {
  rename(name: string) {
    this.name = name
    this.version += 1
  }

  turn(state: ChannelState) {
    this.state = state
    this.version += 1
  }
}
ChannelAccountSchema.setClass(ChannelAccount)

// A chat of ours: on web sites, or in an application, which has a note and no origins.
const WebChannelSchema = defineEntity({
  name: 'WebChannel',
  tableName: 'web_channel',
  properties: {
    channelAccountId: p.uuid().primary(),
    tenantId: p.uuid(),
    siteKey: p.text(),
    allowedOrigins: p.array<string>(),
    color: p.text(),
    side: p.string().$type<WidgetSide>(),
    botName: p.text(),
    texts: p.json().$type<WidgetTexts[]>(),
    note: p.text(),
    identitySecret: p.text().nullable(),
    identitySecretLastFour: p.text().nullable(),
  },
})

export interface WebChannelSettings {
  allowedOrigins: string[]
  color: string
  side: WidgetSide
  botName: string
  texts: WidgetTexts[]
}

export class WebChannel extends WebChannelSchema.class {
  arrange(settings: WebChannelSettings) {
    this.allowedOrigins = settings.allowedOrigins
    this.color = settings.color
    this.side = settings.side
    this.botName = settings.botName
    this.texts = settings.texts
  }

  describe({ note, texts }: { note: string; texts: WidgetTexts[] }) {
    this.note = note
    this.texts = texts
  }

  /** `sealed` is what is stored; the plain secret is shown once and kept nowhere. */
  renewSecret(sealed: string, lastFour: string) {
    this.identitySecret = sealed
    this.identitySecretLastFour = lastFour
  }

  textsIn(language: Language): WidgetTexts {
    return this.texts.find(texts => texts.language === language) ?? this.texts[0]!
  }
}
WebChannelSchema.setClass(WebChannel)

