import type { ChannelFailure, RefusedBecause } from './failure.ts'
import type { MessageContent, TemplateUse } from './content.ts'

/** A message of ours on its way to a person: still whole, in the words of the domain. */
export interface OutgoingMessage {
  /** Of the call, see `Reference`: goes along wherever the channel gives it back in statuses or echoes. */
  reference: string
  to: { externalId: string; aliases: readonly string[]; phone: string | null; email: string | null }
  author: 'BOT' | 'AGENT'
  text: string
  menu: OutgoingMenu | null
  content: MessageContent | null
  files: readonly OutgoingFile[]
  /** The provider's id of the message that this one answers. */
  repliesTo?: string
  mail?: OutgoingMail
  /** How the channel's window lets it through: freely, or under a tag that only people may use. */
  passage: Passage
}

export type Passage = 'FREE' | 'HUMAN_AGENT' | 'TEMPLATE'

export interface OutgoingMenu {
  style: 'QUICK_REPLIES' | 'MENU'
  options: readonly { id: string; title: string; description: string | null }[]
}

export interface OutgoingFile {
  id: string
  name: string
  mediaType: string
  /** In bytes. */
  size: number
  /** The whole content. */
  content(): Promise<Buffer>
  /** Good for about an hour, for providers that fetch it themselves. */
  url: string
  /** For the person to open: good for a month, or where the file came from. */
  link: string
}

export interface OutgoingMail {
  subject: string
  messageId: string
  inReplyTo: string | null
  references: readonly string[]
  /** With the signed token: answers come back to this thread. */
  replyTo: string
  /** The address that the person asked answers to go to, where that is not her own. */
  answersTo: string | null
  isAutomatic: boolean
}

/**
 * One call to the provider. A message is cut into as many as the channel needs, in order; each is sent once and accounted
 * for by itself. It is plain JSON: it is stored before it is sent.
 */
export interface OutgoingPart {
  /** The channel's own request, without secrets. Only the adapter reads it. */
  request: Record<string, unknown>
  /** Ids of files that are read when it is sent. */
  fileIds: readonly string[]
  /** For SMS, and for whoever counts: how many units the provider will charge. */
  segments?: number
}

/** What came of one call. */
export type SendOutcome =
  | { kind: 'ACCEPTED'; externalId: string; otherNames?: readonly string[]; isHeld?: boolean }
  /** Not accepted now: once more later. `afterMs` where the provider says when. */
  | { kind: 'RETRY'; scope: RetryScope; failure: ChannelFailure; afterMs?: number }
  /** Not accepted, and never will be. */
  | { kind: 'REFUSED'; failure: ChannelFailure; because: RefusedBecause }
  /** The account cannot send at all: authorisation, payment, a block. The breaker opens. */
  | { kind: 'ACCOUNT_STOPPED'; failure: ChannelFailure }
  /** Nobody knows whether it was accepted. Sent again only after a status or echo did not come. */
  | { kind: 'UNKNOWN'; failure: ChannelFailure }

/** Who has to wait: this person alone, or the whole account. */
export type RetryScope = 'PERSON' | 'ACCOUNT' | 'MESSAGE'

export type { RefusedBecause }

/** A template as its provider knows it. */
export interface ProviderTemplate {
  externalId: string
  name: string
  /** Of the provider, such as `es` or `es_MX`. */
  language: string
  category: string
  status: 'DRAFT' | 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED'
  quality?: string
  reason?: string
  components: readonly TemplateComponent[]
}

export interface TemplateComponent {
  type: 'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS'
  /** Of headers. */
  format?: 'TEXT' | 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION'
  /** With gaps as `{{1}}` or `{{name}}`. */
  text?: string
  /** What stands in the gaps as an example. */
  examples?: readonly string[]
  buttons?: readonly { type: 'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER' | 'COPY_CODE'; text: string; url?: string; phone?: string; example?: string }[]
}

export type { TemplateUse }
