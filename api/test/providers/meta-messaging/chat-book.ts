import { MessagingError } from './messaging-error.ts'

export interface KeptMessage {
  id: string
  at: number
  isOurs: boolean
  text: string
  attachments: object[]
}

interface Chat {
  id: string
  person: { id: string; name: string; username?: string }
  messages: KeptMessage[]
}

/** What the Conversations API knows: every message, whoever wrote it, the newest first, page by page. */
export class ChatBook {
  readonly #chats = new Map<string, Chat>()
  readonly #account: { id: string; name: string }
  #calls: number[] = []

  constructor(account: { id: string; name: string }) {
    this.#account = account
  }

  keep(person: Chat['person'], message: KeptMessage): void {
    const chat = this.#chats.get(person.id) ?? { id: `t_${person.id}`, person, messages: [] }
    this.#chats.set(person.id, chat)
    chat.messages.push(message)
  }

  remove(messageId: string): void {
    for (const chat of this.#chats.values()) chat.messages = chat.messages.filter(({ id }) => id !== messageId)
  }

  hasChat = (personId: string): boolean => this.#chats.has(personId)

  /** Throws where it is asked more often than allowed. */
  count(now: number, perSecond: number): void {
    this.#calls = this.#calls.filter(at => at > now - 1000)
    if (this.#calls.length >= perSecond) throw new MessagingError(613, 'Calls to this api have exceeded the rate limit.')
    this.#calls.push(now)
  }

  conversations(query: URLSearchParams): object {
    const all = [...this.#chats.values()].map(({ id, messages }) => ({ id, at: messages.at(-1)?.at ?? 0 })).toSorted((a, b) => b.at - a.at)
    return paged(all.map(({ id, at }) => ({ id, updated_time: told(at) })), query)
  }

  messages(chatId: string, query: URLSearchParams): object {
    const chat = [...this.#chats.values()].find(({ id }) => id === chatId)
    if (!chat) throw new MessagingError(100, 'Unsupported get request. The object does not exist.', { subcode: 33 })
    const rows = chat.messages.toReversed().map(({ id, at, isOurs, text, attachments }) => ({
      id, created_time: told(at), message: text, from: isOurs ? this.#account : chat.person, to: { data: [isOurs ? chat.person : this.#account] },
      ...(attachments.length > 0 && { attachments: { data: attachments } }),
    }))
    return paged(rows, query)
  }
}

const told = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000')

function paged(rows: object[], query: URLSearchParams): object {
  const [begin, size] = [Number(query.get('after') ?? 0), Number(query.get('limit') ?? 25)]
  const end = begin + size
  const paging = { cursors: { before: String(begin), after: String(end) }, ...(end < rows.length && { next: `https://graph.facebook.com/next?after=${end}` }) }
  return { data: rows.slice(begin, end), paging }
}
