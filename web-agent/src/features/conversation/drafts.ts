import type { ThreadAttachment_AttachmentFragment as Attachment } from '../../contract/graphql.ts'

export type ComposerMode = 'REPLY' | 'NOTE'
export interface Draft { mode: ComposerMode; reply: string; note: string; attachments: Attachment[] }
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export const EMPTY_DRAFT: Draft = { mode: 'REPLY', reply: '', note: '', attachments: [] }
const KEPT_DAYS = 30

export const isEmpty = ({ reply, note, attachments }: Draft) => !reply.trim() && !note.trim() && attachments.length === 0

/** What was begun and not sent, per person and conversation. */
export function createDrafts({ owner, shelf, now }: { owner: string; shelf: Shelf; now(): number }) {
  const prefix = `botpro-draft:${owner}:`
  const keys = () => Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').filter(key => key.startsWith(prefix))
  const read = (key: string) => JSON.parse(shelf.getItem(key) ?? 'null') as (Draft & { at: number }) | null

  function load(conversationId: string): Draft {
    const { mode, reply, note, attachments } = read(prefix + conversationId) ?? EMPTY_DRAFT
    return { mode, reply, note, attachments }
  }
  function save(conversationId: string, draft: Draft) {
    if (isEmpty(draft)) shelf.removeItem(prefix + conversationId)
    else shelf.setItem(prefix + conversationId, JSON.stringify({ ...draft, at: now() }))
  }
  function forgetOld() {
    const oldest = now() - KEPT_DAYS * 86_400_000
    for (const key of keys()) if ((read(key)?.at ?? 0) < oldest) shelf.removeItem(key)
  }
  forgetOld()
  return { load, save, has: (conversationId: string) => shelf.getItem(prefix + conversationId) !== null }
}
