import { shallowReactive, shallowRef } from 'vue'
import type {
  ConversationEventsSubscription, DeskContact_ContactFragment, DeskConversation_ConversationFragment, InboxView,
  ThreadMessage_MessageFragment,
} from '../contract/graphql.ts'
import { listed, UNSORTED, windowAfter, type ListWindow, type Sorting } from './list.ts'
import { newest } from './newest.ts'
import { Thread } from './thread.ts'

export type Conversation = DeskConversation_ConversationFragment
export type Message = ThreadMessage_MessageFragment
export type Contact = DeskContact_ContactFragment
export type ConversationEvent = ConversationEventsSubscription['conversationEvents']

export interface ConversationPage { conversations: Conversation[]; hasMore: boolean; after: string | null; sorting?: Sorting }

/** What an event did, for those who ring bells. Nothing when it told what was known. */
export interface Change { kind: ConversationEvent['kind']; before?: Conversation; after: Conversation; message?: Message }

const KEPT_THREADS = 30

/** A view narrowed to a tag or a queue is a list of its own. */
const keyOf = (view: InboxView, { tag, queue }: Sorting) => JSON.stringify([view, tag, queue])

/** The ticks of the last message move without a new version of its conversation, so they are compared apart. */
function merged(held: Conversation | undefined, told: Conversation): Conversation {
  if (!held) return told
  const [base, other] = newest(held, told) === held ? [held, told] : [told, held]
  if (!base.lastMessage || base.lastMessage.id !== other.lastMessage?.id) return base
  const lastMessage = newest(base.lastMessage, other.lastMessage)
  return lastMessage === base.lastMessage ? base : { ...base, lastMessage }
}

/**
 * Everything that changes while one looks: conversations, where they are listed, and the open threads.
 * Pages and events may come in any order, twice and late; what is shown depends on the newest states alone.
 */
export class Desk {
  private readonly conversations = shallowReactive(new Map<string, Conversation>())
  private readonly windows = shallowReactive(new Map<string, ListWindow>())
  private readonly threads = shallowReactive(new Map<string, Thread>())
  private readonly contacts = new Map<string, Contact>()
  private readonly memberId: string | null
  /** Grows when all that was known has to be asked for again. */
  readonly epoch = shallowRef(0)

  constructor(memberId: string | null) {
    this.memberId = memberId
  }

  conversation(id: string) { return this.conversations.get(id) }
  thread(id: string) { return this.threads.get(id) }
  window(view: InboxView, sorting = UNSORTED) { return this.windows.get(keyOf(view, sorting)) }

  list(view: InboxView, { urgentFirst = false, sorting = UNSORTED } = {}): Conversation[] {
    const window = this.window(view, sorting)
    const urgent = urgentFirst ? this.window('URGENT') : undefined
    return window ? listed(this.conversations.values(), { view, memberId: this.memberId, floor: window.floor, urgent, sorting }) : []
  }

  apply({ kind, conversation, message }: ConversationEvent): Change | undefined {
    if (!conversation) return undefined
    const before = this.conversations.get(conversation.id)
    this.tellConversation(conversation)
    if (message) this.tellMessage(message)
    const after = this.conversations.get(conversation.id)!
    return after === before ? undefined : { kind, before, after, message: message ?? undefined }
  }

  tellConversation(told: Conversation) {
    this.tellContact(told.contact)
    const contact = newest(this.contacts.get(told.contact.id), told.contact)
    const held = this.conversations.get(told.id)
    const next = merged(held, { ...told, contact })
    if (next !== held) this.conversations.set(told.id, next)
  }

  tellContact(told: Contact) {
    const held = this.contacts.get(told.id)
    if (newest(held, told) === held) return
    this.contacts.set(told.id, told)
    for (const conversation of this.conversations.values()) {
      if (conversation.contact.id === told.id) this.conversations.set(conversation.id, { ...conversation, contact: told })
    }
  }

  /** Its row learns of it by the conversation that comes with every event. */
  tellMessage(message: Message) {
    this.threads.get(message.conversationId)?.tell(message)
  }

  /** `asOf` is the epoch in which the page was asked for. */
  addPage(view: InboxView, { conversations, hasMore, after, sorting = UNSORTED }: ConversationPage, asOf = this.epoch.value) {
    if (asOf !== this.epoch.value) return
    conversations.forEach(conversation => this.tellConversation(conversation))
    this.windows.set(keyOf(view, sorting), windowAfter({ last: conversations.at(-1), hasMore, after }))
  }

  /** From now on the thread takes what it is told, so ask for its first page after this. */
  openThread(id: string): Thread {
    const thread = this.threads.get(id) ?? new Thread()
    this.threads.delete(id)
    this.threads.set(id, thread)
    const [eldest] = this.threads.keys()
    if (this.threads.size > KEPT_THREADS && eldest) this.threads.delete(eldest)
    return thread
  }

  /** Something may have been missed: nothing that is held can be relied on to be whole. */
  startOver() {
    this.conversations.clear()
    this.windows.clear()
    this.threads.clear()
    this.contacts.clear()
    this.epoch.value += 1
  }
}
