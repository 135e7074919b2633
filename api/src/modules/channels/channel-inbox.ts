import type { AnsweredThread } from './adapters/email/answer-mail.ts'
import type { Unit } from '../../platform/unit.ts'
import type {
  ChannelFailure, ChannelMedia, MessageDeleted, MessageEdited, MessageReceived, PersonAvailable, PersonChanged, ProviderCharge, Reacted, SentElsewhere,
} from './adapters/update.ts'
import type { OutgoingFile } from './adapters/outgoing.ts'
import type { MessageProgress } from './outbound/message-progress.ts'
import type { LineAccount } from './provider/lines.ts'

/** How far a message of ours has come. */
export interface Progress {
  messageId: string
  progress: MessageProgress
  failure: ChannelFailure | null
}

/** What the channel says of the time in which somebody may be written to freely. */
export interface WindowClosed {
  identityId: string
  at: Date
  heardBefore: Date
}

/** What the channel says a message cost. */
export interface Charged {
  account: LineAccount
  externalId: string
  /** Ours, where it is known already. */
  messageId?: string
  at: Date
  charge?: ProviderCharge
  /** What the provider counts instead (text messages). */
  segments?: number
}

/**
 * Those above, who know what a conversation is. Everything is told in the unit that it happens in, and may be told again:
 * what has been told before changes nothing.
 */
export interface ChannelInbox {
  received(unit: Unit, account: LineAccount, update: MessageReceived): Promise<void>
  /** False while the message that it is about is not here. */
  edited(unit: Unit, account: LineAccount, update: MessageEdited): Promise<boolean>
  deleted(unit: Unit, account: LineAccount, update: MessageDeleted): Promise<boolean>
  reacted(unit: Unit, account: LineAccount, update: Reacted): Promise<boolean>
  sentElsewhere(unit: Unit, account: LineAccount, update: SentElsewhere): Promise<void>
  personChanged(unit: Unit, account: LineAccount, update: PersonChanged): Promise<void>
  personAvailable(unit: Unit, account: LineAccount, update: PersonAvailable): Promise<void>
  /** The channel takes nothing free any more, as if she had last written before. */
  windowClosed(unit: Unit, closed: WindowClosed): Promise<void>
  progressed(unit: Unit, progress: Progress): Promise<void>
  charged(unit: Unit, charged: Charged): Promise<void>
  /** E-mail: the thread that a message of ours goes to. */
  answered(unit: Unit, messageId: string): Promise<AnsweredThread | undefined>
  /** Files to send, by their ids. */
  files(tenantId: string, ids: readonly string[]): Promise<OutgoingFile[]>
}

export type { ChannelMedia }
