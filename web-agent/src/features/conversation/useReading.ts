import { useSession } from '@botpro/ui/session/session.ts'
import { useDocumentVisibility, useWindowFocus } from '@vueuse/core'
import { computed, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { MarkConversationReadDocument } from '../../contract/graphql.ts'
import { canAnswer, type Person } from '../../live/access.ts'
import type { Conversation, Message } from '../../live/desk.ts'
import { useDesk } from '../../live/useDesk.ts'

interface Reading {
  conversation: MaybeRefOrGetter<Conversation | undefined>
  messages: MaybeRefOrGetter<Message[]>
  /** Whether the newest message is within the visible part. */
  isAtEnd: MaybeRefOrGetter<boolean>
}

/** A glance at a colleague's or the bot's conversation does not take its mark away from who has to answer. */
const isHersToRead = ({ owner, assignee }: Conversation, person: Person) =>
  canAnswer(person) && (owner === 'QUEUE' || (owner === 'AGENT' && assignee?.id === person.memberId))

export const lastOfContact = (messages: Message[]) =>
  messages.findLast(({ author }) => author === 'CONTACT')?.position ?? 0

/** Marks as read what really was before somebody's eyes: page visible, window in front, end of the thread in sight. */
export function useReading({ conversation, messages, isAtEnd }: Reading) {
  const { client } = useSession()
  const { desk, person } = useDesk()
  const visibility = useDocumentVisibility()
  const isInFront = useWindowFocus()
  const isLookedAt = computed(() => visibility.value === 'visible' && isInFront.value)
  const seen = computed(() => {
    const current = toValue(conversation)
    if (!current?.unreadCount || !isLookedAt.value || !toValue(isAtEnd) || !isHersToRead(current, person)) return null
    const position = lastOfContact(toValue(messages))
    return position ? `${current.id}:${position}` : null
  })

  watch(seen, async key => {
    const [conversationId, position] = key?.split(':') ?? []
    if (!conversationId) return
    const variables = { conversationId, position: Number(position) }
    const { data } = await client.value.mutation(MarkConversationReadDocument, variables, { isQuiet: true }).toPromise()
    if (data) desk.tellConversation(data.markConversationRead)
  }, { immediate: true })
  return { isLookedAt }
}
