import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Conversation, Message } from '../../live/desk.ts'

/** The first of the contact's last `count` messages. */
export function firstUnread(messages: Message[], count: number): string | null {
  return count > 0 ? messages.filter(({ author }) => author === 'CONTACT').at(-count)?.id ?? null : null
}

/** Where the unread ones began when the thread was opened. It stays while one reads, and goes with the thread. */
export function useUnreadMark(conversation: MaybeRefOrGetter<Conversation | undefined>, messages: MaybeRefOrGetter<Message[]>) {
  const mark = shallowRef<string | null>(null)
  const loaded = computed(() => (toValue(messages).length > 0 ? toValue(conversation)?.id : undefined))
  watch(loaded, id => {
    mark.value = id ? firstUnread(toValue(messages), toValue(conversation)!.unreadCount) : null
  }, { immediate: true, flush: 'sync' })
  return mark
}
