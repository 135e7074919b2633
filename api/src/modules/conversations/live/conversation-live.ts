import { systemActor } from '../../../platform/actor.ts'
import { eventCursor, parseEventCursor, presentCursor, readEvents, type LogEvent } from '../../../platform/event-log.ts'
import type { EventStream } from '../../../platform/event-stream.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { conversationsOfContacts, liveConversations, type LiveConversationRow } from './conversation-live.queries.ts'
import { messagesById } from '../conversation.queries.ts'
import { withPeople, withRelations, type Relations, type WholeMessage } from '../conversation.relations.ts'
import { LiveQueue } from './live-queue.ts'

export type ChangeKind = 'CONVERSATION_CHANGED' | 'MESSAGE_ADDED' | 'MESSAGE_CHANGED'

/** A line of the event log with the present state of what it names. */
export interface Change {
  seq: number
  cursor: string
  kind: ChangeKind
  conversation: LiveConversationRow & Relations
  message: WholeMessage | null
}

export type ChangeFilter = (change: Change) => boolean

interface Source {
  ready: Promise<void>
  listeners: Set<LiveQueue<Change>>
  stop: AbortController
}

export interface ConversationLiveOptions {
  stream: EventStream
  units: Units
}

/** The changes of a tenant's conversations: each is read once per process, however many follow. */
export class ConversationLive {
  readonly #options: ConversationLiveOptions
  readonly #sources = new Map<string, Source>()

  constructor(options: ConversationLiveOptions) {
    this.#options = options
  }

  /** Resolves when nothing that is committed from now on can be missed by `follow`. */
  async prepare(tenantId: string): Promise<void> {
    await this.#sourceOf(tenantId).ready
  }

  /** Listens from the call on. */
  follow(tenantId: string, where: ChangeFilter = () => true): AsyncIterable<Change> {
    const source = this.#sourceOf(tenantId)
    const queue = new LiveQueue<Change>(where, () => this.#leave(tenantId, source, queue))
    source.listeners.add(queue)
    return queue
  }

  /** Where the log stands now. */
  async present(tenantId: string): Promise<string> {
    await using unit = this.#read(tenantId)
    return await presentCursor(unit)
  }

  /** Everything after a cursor until now. Throws `CursorTooOld`. */
  async *missed(tenantId: string, cursor: string, where: ChangeFilter = () => true): AsyncGenerator<Change> {
    const { epoch, seq } = parseEventCursor(cursor)
    for (let after = seq; ;) {
      const { page, changes } = await this.#page(tenantId, { epoch, seq: after })
      yield* changes.filter(where)
      after = page.events.at(-1)?.seq ?? after
      if (page.events.length === 0 || after >= page.lastSeq) return
    }
  }

  async #page(tenantId: string, after: { epoch: string; seq: number }) {
    await using unit = this.#read(tenantId)
    const page = await readEvents(unit, after)
    return { page, changes: await changesOf(unit, page.events) }
  }

  #read(tenantId: string) {
    return this.#options.units.read({ tenantId, actor: systemActor(tenantId) })
  }

  #sourceOf(tenantId: string): Source {
    const known = this.#sources.get(tenantId)
    if (known) return known
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    promise.catch(() => {})
    const source: Source = { ready: promise, listeners: new Set(), stop: new AbortController() }
    this.#sources.set(tenantId, source)
    void this.#pump(tenantId, source, resolve).then(() => this.#end(tenantId, source), error => {
      reject(error)
      this.#end(tenantId, source, error)
    })
    return source
  }

  async #pump(tenantId: string, source: Source, ready: () => void) {
    const from = await this.present(tenantId)
    ready()
    for await (const batch of this.#options.stream.subscribe(tenantId, from, { signal: source.stop.signal })) {
      await using unit = this.#read(tenantId)
      const changes = await changesOf(unit, batch)
      for (const listener of source.listeners) listener.push(changes)
    }
  }

  #leave(tenantId: string, source: Source, queue: LiveQueue<Change>) {
    source.listeners.delete(queue)
    if (source.listeners.size > 0) return
    source.stop.abort()
    if (this.#sources.get(tenantId) === source) this.#sources.delete(tenantId)
  }

  #end(tenantId: string, source: Source, reason?: Error) {
    if (this.#sources.get(tenantId) === source) this.#sources.delete(tenantId)
    for (const listener of [...source.listeners]) listener.end(reason)
  }
}

/** What was erased since is left out: whoever follows has nothing to show for it. */
async function changesOf(unit: ReadUnit, events: readonly LogEvent[]): Promise<Change[]> {
  const about = await aboutConversations(unit, events)
  const [conversations, messages] = await Promise.all([
    liveConversations(unit, idsOf(about.map(event => event.conversationId))).then(rows => withRelations(unit, rows)),
    messagesById(unit, idsOf(about.map(event => event.subjectId)))
      .then(rows => withPeople(unit, rows.filter(row => row !== undefined))),
  ])
  const conversationOf = new Map(conversations.map(row => [row.id, row]))
  const messageOf = new Map(messages.map(row => [row.id, row]))
  return about.flatMap(({ seq, cursor, kind, conversationId, subjectId }) => {
    const conversation = conversationOf.get(conversationId!)
    const message = subjectId ? messageOf.get(subjectId) : null
    return conversation && message !== undefined ? [{ seq, cursor, kind: kind as ChangeKind, conversation, message }] : []
  })
}

const idsOf = (ids: (string | undefined)[]) => [...new Set(ids.filter(id => id !== undefined))]

/** A contact who changed is a change of the conversations that bear her name. */
async function aboutConversations(unit: ReadUnit, events: readonly LogEvent[]): Promise<LogEvent[]> {
  const contactIds = events.flatMap(event => (event.kind === 'CONTACT_CHANGED' ? [event.subjectId!] : []))
  if (contactIds.length === 0) return events.filter(event => event.conversationId)
  const theirs = Map.groupBy(await conversationsOfContacts(unit, [...new Set(contactIds)]), row => row.contactId)
  return events.flatMap(event => {
    if (event.kind !== 'CONTACT_CHANGED') return event.conversationId ? [event] : []
    const about = theirs.get(event.subjectId!) ?? []
    return about.map(({ id }, index) => ({
      ...event, kind: 'CONVERSATION_CHANGED', conversationId: id, subjectId: undefined,
      cursor: index === about.length - 1 ? event.cursor : cursorBefore(event.cursor),
    }))
  })
}

/** Whoever is cut off in the middle of an event is to get all of it again. */
function cursorBefore(cursor: string): string {
  const { epoch, seq } = parseEventCursor(cursor)
  return eventCursor({ epoch, seq: seq - 1 })
}
