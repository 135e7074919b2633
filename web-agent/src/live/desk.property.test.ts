import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InboxView } from '../contract/graphql.ts'
import { Desk, type Conversation, type ConversationEvent, type Message } from './desk.ts'
import { contactOf, conversationOf, memberOf, messageOf } from './fixtures.ts'
import { latestFirst, belongsTo } from './list.ts'

const VIEWS: InboxView[] = ['MINE', 'UNASSIGNED', 'ALL', 'BOT', 'URGENT', 'CLOSED']
const PAGE = 3
const clone = <Value>(value: Value): Value => structuredClone(value)

/** A server in a nutshell: a log of ids, and whoever reads an entry gets the state of that moment. */
class Server {
  log: { kind: ConversationEvent['kind']; conversationId: string; messageId?: string }[] = []
  conversations: Conversation[] = []
  messages: Message[] = []
  clock = Date.UTC(2026, 10, 23)

  private now() { return new Date((this.clock += 1000)).toISOString() }
  private change(conversation: Conversation, over: Partial<Conversation>) {
    Object.assign(conversation, over, { version: conversation.version + 1 })
    this.log.push({ kind: 'CONVERSATION_CHANGED', conversationId: conversation.id })
  }

  open(contact: number) {
    const id = `k${this.conversations.length}`
    const at = this.now()
    const known = this.conversations.find(({ contact: { id } }) => id === `c${contact}`)?.contact
    this.conversations.push(conversationOf({ id, owner: 'BOT', lastActivityAt: at, contact: known ?? contactOf({ id: `c${contact}` }) }))
    this.log.push({ kind: 'CONVERSATION_CHANGED', conversationId: id })
  }

  write(conversation: Conversation) {
    const at = this.now()
    const message = messageOf({ id: `m${this.messages.length}`, conversationId: conversation.id, position: this.messages.length + 1, sentAt: at, status: 'QUEUED' })
    this.messages.push(message)
    Object.assign(conversation, { version: conversation.version + 1, lastActivityAt: at, lastMessage: message, urgentSince: this.messages.length % 3 ? null : at })
    this.log.push({ kind: 'MESSAGE_ADDED', conversationId: conversation.id, messageId: message.id })
  }

  tick(message: Message) {
    Object.assign(message, { version: message.version + 1, status: 'READ' })
    this.log.push({ kind: 'MESSAGE_CHANGED', conversationId: message.conversationId, messageId: message.id })
  }

  hand(conversation: Conversation, owner: Conversation['owner'], member: string) {
    this.change(conversation, { owner, assignee: owner === 'AGENT' ? memberOf(member) : null })
  }

  close(conversation: Conversation) {
    this.change(conversation, { status: conversation.status === 'OPEN' ? 'CLOSED' : 'OPEN' })
  }

  rename(conversation: Conversation) {
    const { contact } = conversation
    Object.assign(contact, { version: contact.version + 1, name: `${contact.name}!` })
    this.log.push({ kind: 'CONVERSATION_CHANGED', conversationId: conversation.id })
  }

  list(view: InboxView) {
    return this.conversations.filter(row => belongsTo(view, row, 'me')).sort(latestFirst)
  }

  thread(id: string) { return this.messages.filter(message => message.conversationId === id) }

  event(seq: number): ConversationEvent {
    const { kind, conversationId, messageId } = this.log[seq]!
    return clone({
      __typename: 'ConversationEvent', cursor: String(seq), kind,
      conversation: this.conversations.find(({ id }) => id === conversationId)!,
      message: this.messages.find(({ id }) => id === messageId) ?? null,
    })
  }
}

/** Who looks: reads the log from where it subscribed, in order; answers to what it asked arrive whenever. */
class Viewer {
  desk = new Desk('me')
  answers: (() => void)[] = []
  events: ConversationEvent[] = []
  asking = new Set<string>()
  readonly subscribedAt: number
  read: number
  readonly server: Server

  constructor(server: Server) {
    this.server = server
    this.subscribedAt = this.read = server.log.length
  }

  readEvents(count: number) {
    for (; count > 0 && this.read < this.server.log.length; count--) this.events.push(this.server.event(this.read++))
  }

  /** The line was cut and an older place was handed back: what is on its way is lost, what was told comes again. */
  reconnect(back: number) {
    this.read = Math.max(this.subscribedAt, this.read - this.events.length - back)
    this.events = []
  }

  hear() {
    const event = this.events.shift()
    if (event) this.desk.apply(event)
  }

  private ask(key: string, answer: () => void) {
    if (this.asking.has(key)) return
    this.asking.add(key)
    this.answers.push(() => { this.asking.delete(key); answer() })
  }

  askPage(view: InboxView) {
    const window = this.desk.window(view)
    if (window && window.after === null || this.asking.has(view)) return
    const [at, id] = window?.after?.split('|') ?? []
    const rest = this.server.list(view).filter(row => !at || latestFirst(row, { ...row, lastActivityAt: at, id: id! }) > 0)
    const conversations = clone(rest.slice(0, PAGE))
    const last = conversations.at(-1)
    const page = { conversations, hasMore: rest.length > PAGE, after: last ? `${last.lastActivityAt}|${last.id}` : null }
    this.ask(view, () => this.desk.addPage(view, page))
  }

  askThread(id: string) {
    const thread = this.desk.openThread(id)
    if (thread.isLoaded && !thread.hasOlder || this.asking.has(id)) return
    const before = thread.after ? Number(thread.after) : Number.POSITIVE_INFINITY
    const rest = this.server.thread(id).filter(({ position }) => position < before).reverse()
    const messages = clone(rest.slice(0, PAGE))
    const page = { messages, hasMore: rest.length > PAGE, after: String(messages.at(-1)?.position) }
    this.ask(id, () => thread.addPage(page))
  }

  /** The answer to a change of one's own. */
  askOne(conversation: Conversation) {
    const state = clone(conversation)
    this.answers.push(() => this.desk.tellConversation(state))
  }

  hearAnswer(index: number) {
    this.answers.splice(index % Math.max(1, this.answers.length), 1)[0]?.()
  }

  /** What was asked for may come before all that is told, or long after. */
  catchUp(answersLast: boolean) {
    const hearAll = () => { this.readEvents(Infinity); while (this.events.length) this.hear() }
    if (answersLast) hearAll()
    while (this.answers.length) this.hearAnswer(0)
    hearAll()
  }
}

const step = fc.tuple(fc.constantFrom(
  'open', 'write', 'write', 'write', 'tick', 'tick', 'hand', 'close', 'rename', 'read', 'hear', 'hear', 'page', 'page', 'thread',
  'answer', 'answer', 'own', 'reconnect',
), fc.nat(40), fc.nat(40))

const history = fc.record({
  before: fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }),
  steps: fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }),
  answersLast: fc.boolean(),
})
interface History { before: Step[]; steps: Step[]; answersLast: boolean }
type Step = [string, number, number]

function take(server: Server, viewer: Viewer, [name, a, b]: Step) {
  const conversation = server.conversations[a % server.conversations.length]!
  const message = server.messages[a % Math.max(1, server.messages.length)]
  switch (name) {
    case 'open': return server.open(a % 4)
    case 'write': return server.write(conversation)
    case 'tick': return message && server.tick(message)
    case 'hand': return server.hand(conversation, (['BOT', 'QUEUE', 'AGENT'] as const)[b % 3]!, b % 2 ? 'me' : 'ada')
    case 'close': return server.close(conversation)
    case 'rename': return server.rename(conversation)
    case 'read': return viewer.readEvents(1 + b % 6)
    case 'hear': return viewer.hear()
    case 'page': return viewer.askPage(VIEWS[a % VIEWS.length]!)
    case 'thread': return viewer.askThread(conversation.id)
    case 'answer': return viewer.hearAnswer(a)
    case 'own': return viewer.askOne(conversation)
    case 'reconnect': return viewer.reconnect(b % 8)
  }
}

function run({ before, steps, answersLast }: History) {
  const server = new Server()
  for (let n = 0; n < 5; n++) server.open(n % 4)
  const nobody = new Viewer(server)
  before.forEach(one => take(server, nobody, one))
  const viewer = new Viewer(server)
  steps.forEach(one => take(server, viewer, one))
  viewer.catchUp(answersLast)
  return { server, desk: viewer.desk }
}

test('whatever comes in whatever order, the lists end as the server has them, as far down as they are known', () => {
  fc.assert(fc.property(history, given => {
    const { server, desk } = run(given)
    for (const view of VIEWS) {
      const window = desk.window(view)
      if (!window) continue
      const { floor } = window
      expect(desk.list(view)).toEqual(server.list(view).filter(row => floor === null || row.lastActivityAt >= floor))
    }
  }), { numRuns: 400 })
})

test('whatever comes in whatever order, a thread ends as the server has it, without a gap', () => {
  fc.assert(fc.property(history, given => {
    const { server, desk } = run(given)
    for (const { id } of server.conversations) {
      const thread = desk.thread(id)
      if (!thread?.isLoaded) continue
      const all = server.thread(id)
      const shown = thread.messages
      expect(shown).toEqual(all.slice(all.length - shown.length))
      if (!thread.hasOlder) expect(shown).toEqual(all)
    }
  }), { numRuns: 400 })
})

test('hearing a stretch of the log a second time changes nothing', () => {
  fc.assert(fc.property(history, fc.nat(60), (given, back) => {
    const { server, desk } = run(given)
    const shown = () => VIEWS.map(view => desk.list(view))
    VIEWS.forEach(view => desk.addPage(view, { conversations: clone(server.list(view)), hasMore: false, after: null }))
    const once = shown()
    for (let seq = Math.max(0, server.log.length - back); seq < server.log.length; seq++) desk.apply(server.event(seq))
    expect(shown()).toEqual(once)
  }), { numRuns: 100 })
})
