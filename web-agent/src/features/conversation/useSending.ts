import { toValue, type MaybeRefOrGetter } from 'vue'
import type { Outgoing } from '../../live/outbox.ts'
import { useDesk } from '../../live/useDesk.ts'
import type { Draft } from './drafts.ts'

/** Hands what is written to the outbox, and takes back what was refused to write it anew. */
export function useSending(conversationId: MaybeRefOrGetter<string>, draft: Draft) {
  const { outbox } = useDesk()
  function send() {
    const isNote = draft.mode === 'NOTE'
    void outbox.add({
      clientId: crypto.randomUUID(),
      conversationId: toValue(conversationId),
      kind: draft.mode,
      text: (isNote ? draft.note : draft.reply).trim(),
      attachments: isNote ? [] : [...draft.attachments],
      at: new Date().toISOString(),
    })
  }
  function takeBack({ clientId, kind, text, attachments }: Outgoing) {
    const field = kind === 'NOTE' ? 'note' : 'reply'
    draft.mode = kind
    draft[field] = [draft[field], text].filter(Boolean).join('\n')
    draft.attachments = [...draft.attachments, ...attachments]
    outbox.discard(clientId)
  }
  return { send, takeBack }
}
