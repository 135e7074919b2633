import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { Message } from '../../live/desk.ts'
import type { Outgoing } from '../../live/outbox.ts'
import { PLAIN } from '../../live/plain.ts'
import { useDesk } from '../../live/useDesk.ts'

/** A message of the thread; with `outgoing` while it is not known to be stored. */
export type ThreadItem = Message & { outgoing?: Outgoing }

function itemOf(outgoing: Outgoing, memberId: string | null): ThreadItem {
  return {
    __typename: 'Message', id: outgoing.clientId, version: 0, conversationId: outgoing.conversationId,
    position: Number.POSITIVE_INFINITY, author: 'AGENT', member: memberId ? { __typename: 'Member', id: memberId, name: '' } : null,
    visibility: outgoing.kind === 'NOTE' ? 'INTERNAL' : 'PUBLIC', text: outgoing.text, menu: null, chosenOptionId: null,
    notice: null, noticeMember: null, attachments: outgoing.attachments, status: 'QUEUED', sentAt: outgoing.at,
    clientId: outgoing.clientId, sentiment: null, ...PLAIN, outgoing,
  }
}

/** What is stored, and below it what is on its way. */
export function useThreadItems(conversationId: MaybeRefOrGetter<string>, messages: MaybeRefOrGetter<Message[]>) {
  const { outbox, person } = useDesk()
  return computed<ThreadItem[]>(() => {
    const stored = toValue(messages)
    const known = new Set(stored.map(({ clientId }) => clientId))
    const waiting = outbox.of(toValue(conversationId)).filter(({ clientId }) => !known.has(clientId))
    return [...stored, ...waiting.map(outgoing => itemOf(outgoing, person.memberId))]
  })
}
