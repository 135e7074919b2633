import type { IncomingHttpHeaders } from 'node:http'
import type { ProviderKind } from '../channel-kind.ts'
import type { OutgoingFile, OutgoingMessage, OutgoingPart, ProviderTemplate, SendOutcome } from './outgoing.ts'
import type { ChannelProfile } from './profile.ts'
import type { ChannelMedia, ChannelPerson, ReadUpdate } from './update.ts'
import type { ProviderHttp } from './provider-http.ts'
import type { OutsideGuard } from '../../../platform/outside/outside-guard.ts'

/**
 * One kind of channel: everything that the house knows of its protocol. To add one is to add a folder with one of these
 * and to name it in `adapters.ts`. Adapters know no database and no tenant; what they are given is in their arguments.
 */
export interface ChannelAdapter {
  readonly kind: ProviderKind
  /** What an administrator fills in to connect an account, in the order of the form. */
  readonly fields: readonly SettingField[]
  /** Versions, limits, addresses by date. Shipped as `profile.json` of the folder; an operator may lay others over it. */
  readonly profiles: readonly ChannelProfile[]
  /** Whether a phone that comes with somebody is hers for certain. Elsewhere it only suggests who she may be. */
  readonly vouchesForPhones?: true
  /** Whoever stopped the channel opens it again by a word of its own (START), and not by writing on. */
  readonly opensByWordOnly?: true
  /** What the channel can carry. */
  capabilities(line: Line): Capabilities
  /** Under which the provider knows the account, so that one line is connected once: phone number id, page id, address … */
  accountKey(settings: Settings): string
  /** Really asks the provider whether the settings work. Never throws for what the provider says. */
  check(line: Line): Promise<CheckedLine>
  /** Registers the webhook with the provider, where it is done by a call (Telegram, Messenger's subscription). */
  connect?(line: Line, webhook: { url: string; secret: string }): Promise<CheckedLine>
  disconnect?(line: Line): Promise<void>
  readonly webhook?: WebhookProtocol
  /** For channels without webhooks: receives until aborted, handing every message on before it is marked as taken. */
  receive?(line: Line, mailbox: Mailbox, signal: AbortSignal): Promise<void>
  /** What `WebhookProtocol.read` is for webhooks: every update of what `receive` stored. Throws only where nothing can be read. */
  read?(stored: ToRead, line: Pick<Line, 'settings' | 'profile' | 'signingKey' | 'now'>): Promise<ReadUpdate[]>
  /** A message as calls to the provider, degraded to what the channel can. Pure. Throws `CannotSend` where nothing is left of it. */
  compose(message: OutgoingMessage, line: Line): OutgoingPart[]
  /** One call. Never throws for what the provider or the network does. */
  send(part: OutgoingPart, files: readonly OutgoingFile[], line: Line): Promise<SendOutcome>
  /** Throws `MediaUnavailable`. */
  fetchMedia?(media: ChannelMedia, line: Line): Promise<{ content: Buffer; mediaType: string; name?: string }>
  /** Tells the person that her message was read, or that somebody writes. Best effort. */
  signal?(signal: { kind: 'READ' | 'TYPING'; to: string; messageId: string | null }, line: Line): Promise<void>
  /** Tells the provider that a message was taken, where the person's phone waits for that (Telegram's buttons). Best effort. */
  acknowledge?(message: { externalId: string }, line: Line): Promise<void>
  /** What the channel knows of somebody whose id alone comes along (Messenger, Instagram): asked once, when she first writes. Best effort. */
  person?(externalId: string, line: Line): Promise<ChannelPerson>
  /** What was missed while we could not be reached (Messenger's conversations, Twilio's list). */
  backfill?(line: Line, since: Date, signal?: AbortSignal): Promise<ReadUpdate[]>
  readonly templates?: TemplateProtocol
  /** The link that opens a chat with this account, carrying a token of ours. */
  link(settings: Settings, start: { token: string; text?: string }): string
}

/** Names of fields with what was filled in; secrets are plain here, and nowhere else. */
export type Settings = Readonly<Record<string, string>>

/** An account at work. */
export interface Line {
  channelAccountId: string
  settings: Settings
  /** The one in force. */
  profile: ChannelProfile
  http: ProviderHttp
  now: Date
  /** How the world reaches us, without a slash at the end. */
  publicUrl: string
  /** Where the provider reaches us for this account. */
  webhookUrl: string
  /** For channels that do not speak HTTP: lets them out to hosts that the tenant chose. Only to the open internet when left out. */
  guard?: OutsideGuard
  /** Of this account alone: what the adapter hands out and must know again. Without one nothing is handed out, and nothing believed. */
  signingKey?: Buffer
}

export interface SettingField {
  /** In camelCase: the name in the contract, and under which screens have words for it. */
  name: string
  isSecret?: boolean
  isOptional?: boolean
  /** What a value must look like. */
  pattern?: RegExp
  default?: string
}

/** What a channel can carry, and how much of it. Lengths in characters. */
export interface Capabilities {
  text: { max: number }
  /** Buttons beside a text, in one tap; none where 0. */
  buttons: { most: number; titleMax: number }
  list: { most: number; titleMax: number; descriptionMax: number }
  /** Media types that may be sent, `image/*` style, with the largest size in bytes. */
  files: readonly { types: readonly string[]; maxBytes: number }[]
  canLocate: boolean
  canReact: boolean
  hasTemplates: boolean
  hasReadReceipts: boolean
  hasTyping: boolean
  /** Hours after the person's last message in which one may write freely; null where there is no window. */
  windowHours: number | null
  /** Hours in which a person, not a bot, may still answer. */
  humanWindowHours: number | null
  /** Whether one may write to somebody who has never written. */
  mayStart: boolean
}

export interface CheckedLine {
  isGood: boolean
  /** What the provider calls the account: shown to the administrator. */
  name?: string
  /** `+1 809 555 0001`, `@bot`, the address. */
  address?: string
  quality?: string
  /** Why it does not work, in the provider's words and a code that screens may know. */
  problem?: { code: string; message: string }
  facts?: Readonly<Record<string, string>>
  /** What the provider knows and nobody has to fill in: laid over the settings (the name of a bot). */
  settings?: Settings
}

/** A request as it came. `body` are the very bytes: signatures are over them. */
export interface WebhookRequest {
  method: 'GET' | 'POST'
  /** With query, as the provider was told it: scheme and host are those of `PUBLIC_URL`. */
  url: string
  query: Readonly<Record<string, string>>
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface WebhookProtocol {
  /** What the provider must repeat or send along; made by us for each account. */
  readonly secretShape?: RegExp
  /** Answers the provider's question whether the address is ours; nothing where the request is no such question, or a wrong one. */
  handshake?(request: WebhookRequest, given: { verifyToken: string }): string | undefined
  /** In constant time. `verifyToken` is the secret that we made for the account. */
  isGenuine(request: WebhookRequest, given: { settings: Settings; verifyToken: string }): boolean
  /** Headers to keep with the body, in small letters: what `read` needs and what helps to find out. `?ref` is a value of the query. */
  readonly keeps?: readonly string[]
  /** Every update of the body, each by itself; never throws for one of many. Throws only where nothing can be read. */
  read(delivery: ToRead, line: Pick<Line, 'settings' | 'profile'>): ReadUpdate[]
  /** What is answered once it is stored; an empty 200 when left out. */
  readonly answer?: { type: string; body: string }
}

/** A request as it was kept. */
export interface ToRead {
  body: Buffer
  headers: Readonly<Record<string, string>>
  /** When it came, for providers that date nothing (Twilio). */
  receivedAt?: Date
}

/** Where a channel without webhooks puts what it took. Resolves once it is stored and committed. */
export interface Mailbox {
  /** The same key again is the same message, and does no harm. */
  store(message: StoredMessage): Promise<void>
  /** A place to go on from, such as UIDVALIDITY and UID. */
  readonly place: string | null
  remember(place: string): Promise<void>
  /** What keeps it from receiving, by codes as those of `check`; null once it receives again. */
  trouble?(problem: { code: string; message: string } | null): void
}

export interface StoredMessage {
  key: string
  body: Buffer
  headers?: Readonly<Record<string, string>>
}

export interface TemplateProtocol {
  list(line: Line): Promise<ProviderTemplate[]>
  create(line: Line, template: Pick<ProviderTemplate, 'name' | 'language' | 'category' | 'components'>): Promise<{ externalId: string; status: ProviderTemplate['status'] }>
  delete(line: Line, template: { externalId: string; name: string }): Promise<void>
}

/** Nothing of the message can go by this channel. */
export class CannotSend extends Error {
  readonly because: 'CONTENT' | 'TOO_LARGE'
  constructor(because: 'CONTENT' | 'TOO_LARGE', message: string) {
    super(message)
    this.name = 'CannotSend'
    this.because = because
  }
}

/** The file is gone, too large, or was refused; `isFinal` when trying again is of no use. */
export class MediaUnavailable extends Error {
  readonly isFinal: boolean
  constructor(message: string, isFinal: boolean) {
    super(message)
    this.name = 'MediaUnavailable'
    this.isFinal = isFinal
  }
}

export const isFinalMedia = (error: unknown): boolean => error instanceof MediaUnavailable && error.isFinal
