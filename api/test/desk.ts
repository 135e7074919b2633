import { setTimeout as sleep } from 'node:timers/promises'
import { ask, subscribe, type Caller, type Ending, type Subscribed } from './client.ts'

const CONVERSATION = `id status owner tags priority queue assignee { id } contact { id name email phone language verified version } language openedAt lastActivityAt queuedAt closedAt unreadCount
  urgentSince mood { value label trend recent } lastMessage { id } version`
const MESSAGE = `id conversationId position author visibility text notice noticeMember { id } menu { style options { id title } }
  chosenOptionId status sentAt clientId sentiment { value label urgency } member { id } attachments { id name state }
  content { __typename ... on Location { latitude longitude } } failure { code } reactions { author emoji } editedAt originalText deletedAt version`
const VISITOR_MESSAGE = `id position author agentName text menu { style options { id title } } chosenOptionId notice
  attachments { id name } status sentAt clientId version`

interface Versioned {
  id: string
  version: number
}

/** What somebody's screen holds, by id. */
export type State = Record<string, Versioned | object | null>

export const seqOf = (cursor: string): number => Number(Buffer.from(cursor, 'base64url').toString('latin1').split('.')[1])

/** Of two states of one thing, the one with the higher version is the newer. */
function keep(state: State, ...news: Versioned[]) {
  for (const { contact, ...one } of news as (Versioned & { contact?: Versioned })[]) {
    // A thing of its own, with a version of its own, however many conversations show it.
    if (contact) keep(state, contact)
    const known = state[one.id] as Versioned | undefined
    if (!known || one.version > known.version) state[one.id] = contact ? { ...one, contactId: contact.id } as Versioned : one
  }
}

/** A contact whom no conversation shows any more, since she was joined with another, is on no screen. */
function dropUnseen(state: State) {
  const shown = new Set(Object.values(state).map(one => (one as { contactId?: string } | null)?.contactId))
  for (const [id, one] of Object.entries(state)) if (one && 'verified' in one && !shown.has(id)) delete state[id]
}

/** What a screen does with the API: the document it follows, how it fetches, and how it merges. */
interface View {
  query: string
  fetch(url: string, caller: Caller, state: State): Promise<void>
  merge(state: State, event: any): void
}

const STAFF: View = {
  query: `subscription Live($after: Cursor) { conversationEvents(after: $after) { cursor kind conversation { ${CONVERSATION} } message { ${MESSAGE} } } }`,
  async fetch(url, caller, state) {
    for (const view of ['ALL', 'CLOSED']) {
      const { inbox } = await ask(url, caller, `query($view: InboxView!) { inbox(view: $view, first: 100) { edges { node { ${CONVERSATION} } } } }`, { view })
      const conversations = inbox.edges.map(({ node }: { node: Versioned }) => node)
      keep(state, ...conversations)
      await Promise.all(conversations.map((one: Versioned) => fetchMessages(url, caller, one.id, state)))
    }
  },
  merge(state, { conversation, message }) {
    if (conversation) keep(state, conversation)
    if (message) keep(state, message)
    dropUnseen(state)
  },
}

async function fetchMessages(url: string, caller: Caller, id: string, state: State) {
  for (let after: string | null = null, more = true; more;) {
    const { conversation } = await ask(url, caller, `query($id: ID!, $after: String) { conversation(id: $id) {
      messages(first: 100, after: $after) { edges { node { ${MESSAGE} } } pageInfo { hasNextPage endCursor } } } }`, { id, after })
    const { edges, pageInfo } = conversation.messages
    keep(state, ...edges.map(({ node }: { node: Versioned }) => node))
    ;({ hasNextPage: more, endCursor: after } = pageInfo)
  }
}

const VISITOR: View = {
  query: `subscription Live($after: Cursor) { visitorEvents(after: $after) { cursor kind owner agentName message { ${VISITOR_MESSAGE} } } }`,
  async fetch(url, caller, state) {
    const { visitorThread: { owner, agentName, messages } } = await ask(url, caller,
      `{ visitorThread { owner agentName messages(first: 100) { edges { node { ${VISITOR_MESSAGE} } } } } }`)
    state['thread'] ??= { owner, agentName }
    keep(state, ...messages.edges.map(({ node }: { node: Versioned }) => node))
  },
  merge(state, { kind, owner, agentName, message }) {
    if (kind !== 'READY') state['thread'] = { owner, agentName }
    if (message) keep(state, message)
  },
}

const viewOf = ({ path }: Caller) => (path === '/graphql' ? STAFF : VISITOR)

/** What the server says now, fetched afresh. */
export async function snapshot(url: string, caller: Caller): Promise<State> {
  const state: State = {}
  await viewOf(caller).fetch(url, caller, state)
  return state
}

/** A screen of an agent or a visitor: subscribes, then fetches, then merges; comes back with its cursor after a cut. */
export class Desk {
  state: State = {}
  /** The numbers of all events that came, in the order in which they came, since it last began anew. */
  seqs: number[] = []
  events: any[] = []
  begun = 0
  cuts = 0
  endings: Ending[] = []
  readonly #url: () => string
  readonly #caller: Caller
  #live?: Subscribed
  #cursor: string | null = null
  #ready = Promise.withResolvers<void>()
  #open = true

  constructor(url: string | (() => string), caller: Caller) {
    this.#url = typeof url === 'string' ? () => url : url
    this.#caller = caller
  }

  /** Resolves when it shows everything that there was. */
  async open(): Promise<this> {
    void this.#follow()
    await this.#ready.promise
    return this
  }

  cut() {
    this.cuts++
    this.#live?.cut()
  }

  close() {
    this.#open = false
    this.#live?.cut()
  }

  /** Waits until everything up to a place in the log has come. */
  async reaches(cursor: string, patience = 8000): Promise<this> {
    for (const deadline = Date.now() + patience; (this.seqs.at(-1) ?? 0) < seqOf(cursor); await sleep(10))
      if (Date.now() > deadline) throw new Error(`${this.#caller.name} stands at ${this.seqs.at(-1)}, the log at ${seqOf(cursor)}; ended ${JSON.stringify(this.endings.slice(-3))}.`)
    return this
  }

  async #follow() {
    while (this.#open) {
      if (!this.#cursor) this.#begin()
      const live = (this.#live = subscribe(this.#url(), this.#caller, {
        query: viewOf(this.#caller).query, variables: { after: this.#cursor }, onEvent: event => this.#take(event),
      }))
      const ending = await live.ended
      this.endings.push(ending)
      if (ending.code === 'RESYNC_REQUIRED') this.#cursor = null
      else if (ending.code || [4401, 4403].includes(ending.closed ?? 0)) return
      await sleep(5 + Math.random() * 40)
    }
  }

  #begin() {
    this.begun++
    this.state = {}
    this.seqs = []
  }

  #take(event: any) {
    this.#cursor = event.cursor
    this.seqs.push(seqOf(event.cursor))
    this.events.push(event)
    viewOf(this.#caller).merge(this.state, event)
    if (event.kind !== 'READY') return
    const { state } = this
    viewOf(this.#caller).fetch(this.#url(), this.#caller, state).then(() => this.#ready.resolve(), this.#ready.reject)
  }
}
