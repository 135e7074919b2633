import type { MessageContent } from './content.ts'
import type { ChannelFailure, RefusedBecause } from './failure.ts'

export type { ChannelFailure }

/** Who wrote, as the channel knows her. `externalId` is the strongest id; the rest are attributes, and other names of the same person. */
export interface ChannelPerson {
  /** WhatsApp: business-scoped id, or the phone while there is none; PSID, IGSID, chat id, phone, e-mail address. */
  externalId: string
  /** Ids by which the same person was or may be known on this account: the phone beside a business-scoped id. */
  aliases?: readonly string[]
  name?: string
  username?: string
  /** E.164. Whether the channel vouches for it, its adapter says. */
  phone?: string
  email?: string
  /** Whether the channel vouches for `email`: DMARC passed. */
  isEmailTrusted?: boolean
  /** BCP 47, as the person's device told. */
  languageTag?: string
}

/** From where a conversation began: our own token in a link or QR, or an advertisement. */
export interface ChannelOrigin {
  /** The token of a link of ours, 16 lower-case letters and digits. */
  token?: string
  /** What the channel tells of an advertisement or post, as it came. */
  referral?: Record<string, unknown>
}

/** A file of a message: either where the provider keeps it, or the content itself (e-mail). */
export interface ChannelMedia {
  /** What `fetchMedia` needs to find it. */
  ref?: string
  content?: Buffer
  mediaType?: string
  name?: string
  /** Hexadecimal, when the provider tells it. */
  sha256?: string
  /** In bytes, when known. */
  size?: number
  isVoice?: boolean
  isSticker?: boolean
}

interface About {
  /** As the provider dates it. */
  at: Date
}

/** Something a person wrote or chose. */
export interface MessageReceived extends About {
  kind: 'MESSAGE'
  from: ChannelPerson
  /** By which the provider knows the message, unique on the account. */
  externalId: string
  /** What can be read of it; empty for files and places without a word. */
  text: string
  content?: MessageContent
  media?: readonly ChannelMedia[]
  /** The option of ours that was chosen, by the id that we sent. */
  optionId?: string
  /** Our own id of the message whose option it is, where the channel gives that back and not its own. */
  menuOf?: string
  /** The message that it answers. */
  repliesTo?: string
  origin?: ChannelOrigin
  /** E-mail: what decides the thread and what is shown of the mail. */
  mail?: MailFacts
}

/** Where a mail belongs, and what a reader sees of it. */
export interface MailFacts {
  subject: string
  /** Ids of messages of this thread, the strongest first: the signed address, In-Reply-To, References. */
  threadTokens: readonly string[]
  /** Message-IDs: its own, and those of `References` in order. */
  messageId: string
  references: readonly string[]
  /** Of what was written, which Message-IDs do not always tell apart. */
  digest: string
  /** Sanitised; remote pictures are off. Empty for plain mails. */
  html?: string
  /** Where its sender wants answers, when that is not her own address. Nobody vouches for it, so it says nothing of who she is. */
  answersTo?: string
  /** The whole text, with what it quotes. `text` of the message is without. */
  fullText: string
  /** Written by a machine: no automatic answer may follow. */
  isAutomatic: boolean
  /** How much may be said by itself to who seems to be none, within how long. */
  automaticAnswers: AutomaticLimit
}

export interface AutomaticLimit {
  most: number
  hours: number
}

export interface MessageEdited extends About {
  kind: 'EDIT'
  externalId: string
  text: string
}

export interface MessageDeleted extends About {
  kind: 'DELETE'
  externalId: string
}

export interface Reacted extends About {
  kind: 'REACTION'
  from: ChannelPerson
  /** The message reacted to. */
  externalId: string
  /** Null takes it back. */
  emoji: string | null
}

/** What became of a message of ours. */
export interface StatusChanged extends About {
  kind: 'STATUS'
  /** By the provider's id, or by the reference that we sent along; at least one. */
  externalId?: string
  reference?: string
  status: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED'
  failure?: ChannelFailure
  /** What it means for us, where it failed. */
  because?: RefusedBecause
  charge?: ProviderCharge
}

/** Everything of ours to this person up to a moment was delivered or read (Messenger, Instagram). */
export interface SeenUpTo extends About {
  kind: 'SEEN'
  from: ChannelPerson
  status: 'DELIVERED' | 'READ'
  upTo: Date
}

/** Sent on this account by another tool or by hand; also how a lost answer of a send comes to light. */
export interface SentElsewhere extends About {
  kind: 'ECHO'
  to: ChannelPerson
  externalId: string
  /** The reference that we sent along, when it was us. */
  reference?: string
  text: string
  media?: readonly ChannelMedia[]
  /** E-mail: the thread in which it was written. */
  mail?: MailFacts
}

/** A person goes by another id from now on. */
export interface PersonChanged extends About {
  kind: 'PERSON_CHANGED'
  /** Known ids of before, the strongest first. */
  was: readonly string[]
  becomes: ChannelPerson
}

/** The person stopped the channel, or opened it again: opt-out, block. */
export interface PersonAvailable extends About {
  kind: 'AVAILABLE'
  person: ChannelPerson
  isAvailable: boolean
}

/** Something about the account itself: quality, limits, a template's state, an authorisation taken away. */
export interface AccountTold extends About {
  kind: 'ACCOUNT'
  /** `quality`, `template`, `review`, `limits`, `unsubscribed` … */
  topic: string
  /** OVER takes back what was told of the same topic before. */
  severity: 'INFO' | 'OVER' | 'WARNING' | 'PROBLEM'
  detail: Record<string, unknown>
}

/** Nothing of ours, and nothing wrong with it: what is said in groups to which a bot was added. */
export interface LeftAside extends About {
  kind: 'ASIDE'
  why: string
}

export type ChannelUpdate =
  | MessageReceived | MessageEdited | MessageDeleted | Reacted | StatusChanged | SeenUpTo | SentElsewhere | PersonChanged
  | PersonAvailable | AccountTold | LeftAside

/** One update of a delivery, or why it cannot be read: the others of the delivery go on. */
export type ReadUpdate =
  | { ok: true; update: ChannelUpdate; of?: OtherAccount }
  | { ok: false; reason: string; raw: unknown }

/** An account of the same provider's by one of its settings: an application has one webhook for all its numbers and pages. */
export interface OtherAccount {
  setting: string
  value: string
}

/** What the provider says a message costs, told once a message. */
export interface ProviderCharge {
  /** `CBP`, `PMP` … */
  model: string
  /** `regular`, `free_customer_service` … */
  type: string
  category: string
  isBillable: boolean
}
