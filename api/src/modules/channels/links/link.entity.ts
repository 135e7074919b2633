import { defineEntity, p } from '@mikro-orm/core'

export type LinkState = 'ACTIVE' | 'PAUSED' | 'DELETED'

/** What a campaign may change without printing anything again. */
export interface LinkDetails {
  name: string
  text: string | null
  page: string | null
}

const ChannelLinkSchema = defineEntity({
  name: 'ChannelLink',
  tableName: 'channel_link',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    channelAccountId: p.uuid(),
    name: p.text(),
    token: p.text(),
    text: p.text().nullable(),
    page: p.text().nullable(),
    state: p.string().$type<LinkState>(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
})

export class ChannelLink extends ChannelLinkSchema.class {
  describe({ name, text, page }: LinkDetails) {
    this.name = name
    this.text = text
    this.page = page
  }

  pause() {
    this.state = 'PAUSED'
  }

  resume() {
    this.state = 'ACTIVE'
  }

  /** Its row stays: the token is never given to another, and what it counted is history. */
  delete() {
    this.state = 'DELETED'
  }
}
ChannelLinkSchema.setClass(ChannelLink)
