import { shallowReactive, shallowRef } from 'vue'
import type { ThreadMessage_MessageFragment as Message } from '../contract/graphql.ts'
import { newest } from './newest.ts'

export interface MessagePage { messages: Message[]; hasMore: boolean; after: string | null }

/** The messages of one conversation, known without gaps from the newest down to `floor`. */
export class Thread {
  private readonly held = shallowReactive(new Map<string, Message>())
  /** Before the first page nothing is known, so nothing is shown: what was told live might stand above a gap. */
  private readonly floor = shallowRef(Number.POSITIVE_INFINITY)
  private readonly olderThan = shallowRef<string | null>(null)

  get isLoaded() { return this.floor.value !== Number.POSITIVE_INFINITY }
  get hasOlder() { return this.olderThan.value !== null }
  get after() { return this.olderThan.value }

  get messages(): Message[] {
    return [...this.held.values()]
      .filter(message => message.position >= this.floor.value)
      .sort((a, b) => a.position - b.position)
  }

  tell(message: Message): boolean {
    const before = this.held.get(message.id)
    if (newest(before, message) === before) return false
    this.held.set(message.id, message)
    return true
  }

  addPage({ messages, hasMore, after }: MessagePage) {
    messages.forEach(message => this.tell(message))
    const lowest = Math.min(...messages.map(message => message.position))
    this.floor.value = Math.min(this.floor.value, hasMore ? lowest : 0)
    this.olderThan.value = hasMore ? after : null
  }
}
