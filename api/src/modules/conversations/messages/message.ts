import type { ChannelFailure, MessageContent } from '../../channels/index.ts'
import type { SentimentLabel } from '../../elena/index.ts'

export type MessageAuthor = 'CONTACT' | 'BOT' | 'AGENT' | 'SYSTEM'
export type MessageVisibility = 'PUBLIC' | 'INTERNAL'
export type MessageStatus = 'QUEUED' | 'SENDING' | 'SENT' | 'DELIVERED' | 'READ' | 'FAILED' | 'UNKNOWN'
export type NoticeKind = 'HANDED_TO_QUEUE' | 'CLAIMED' | 'ASSIGNED' | 'RETURNED_TO_BOT' | 'RETURNED_TO_QUEUE' | 'CLOSED' |
  'REOPENED' | 'ARRIVED' | 'OPTED_OUT' | 'OPTED_IN' | 'NOT_ANSWERED_NOW'

export interface Menu {
  style: 'QUICK_REPLIES' | 'MENU'
  options: { id: string; title: string; description: string | null }[]
}

/** One message as it is stored. */
export interface Message {
  id: string
  conversationId: string
  identityId: string
  position: number
  author: MessageAuthor
  visibility: MessageVisibility
  memberId: string | null
  text: string
  menu: Menu | null
  chosenOptionId: string | null
  notice: NoticeKind | null
  noticeMemberId: string | null
  attachmentCount: number
  status: MessageStatus
  sentAt: Date
  /** When it was written by the channel's clock, where that is not when it was stored. */
  toldAt?: Date | null
  clientId: string | null
  /** All three or none, see `sentimentOf`. */
  sentiment: number | null
  sentimentLabel: SentimentLabel | null
  urgent: boolean | null
  /** What it carries beside words and files. */
  content: MessageContent | null
  mail: MessageMail | null
  /** Why it did not go, or why nobody knows. */
  failure: ChannelFailure | null
  reactions: Reaction[] | null
  editedAt: Date | null
  /** Before the contact changed it. */
  originalText: string | null
  deletedAt: Date | null
  /** The message that it answers. */
  repliesTo: string | null
  version: number
}

export interface Reaction {
  author: MessageAuthor
  emoji: string
  at: string
}

/** A mail around a message: what a reader may want to see, and what the next mail of the thread is built on. */
export interface MessageMail {
  subject: string
  fullText: string | null
  html: string | null
  messageId: string
  references: readonly string[]
  /** Of mails since it is kept. */
  answersTo?: string | null
}

export const MAX_TEXT = 4096
export const MAX_OPTION_ID = 60
