import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { assertMayRead } from './conversation.queries.ts'

/** A conversation that was found, by its contact or by a message. */
export interface Hit {
  conversationId: string
  messageId: string | null
  lastActivityAt: Date
}

// Beyond this many hits a person types another word instead of paging on.
const MOST_HITS = 500

const SEARCH = `
  with by_text as (
    select conversation_id, (array_agg(id order by id desc))[1] as message_id
    from search_message_ids(to_tsquery('simple', $2), $4) group by conversation_id
  ), found as (
    select c.id, c.last_activity_at, t.message_id from conversation c join by_text t on t.conversation_id = c.id
    where c.tenant_id = $1
    union all
    select c.id, c.last_activity_at, null from conversation c
    where c.tenant_id = $1 and c.contact_id in (select search_contact_ids($3, $4))
  )
  select id as "conversationId", last_activity_at as "lastActivityAt",
    (array_agg(message_id order by message_id desc nulls last))[1] as "messageId"
  from found where (last_activity_at, id) < ($6, $7) group by id, last_activity_at
  order by last_activity_at desc, id desc limit $5`

/** Words are matched by their beginnings, without regard to accents and case. */
export async function searchConversations(
  unit: ReadUnit, args: PageArgs & { text: string },
): Promise<Page<Hit>> {
  assertMayRead(unit)
  const words = wordsOf(args.text)
  if (words.length === 0) return pageOf<Hit>([], args, () => [])
  const [lastActivityAt, id] = timeKeyOf(args)
  const values = [unit.tenantId, messageQuery(args.text), words, MOST_HITS, rowsFor(args), lastActivityAt, id]
  const rows = await unit.sql<Hit>('conversation-search', SEARCH, values)
  return pageOf(rows, args, hit => [hit.lastActivityAt.toISOString(), hit.conversationId])
}

const MOST_WORDS = 8
const LONGEST_WORD = 100
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** At most eight words, of letters and digits alone: nothing in them can be read as an operator. */
export const wordsOf = (text: string): string[] =>
  plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, MOST_WORDS).map(word => word.slice(0, LONGEST_WORD))

/**
 * PostgreSQL takes an e-mail address for one word, and “PED-482” for “ped” and “-482”. So each piece is looked for as
 * PostgreSQL reads it, or by its words, of which a number may be such a negative one.
 */
export function messageQuery(text: string): string {
  const pieces = plain(text).split(/\s+/).filter(piece => wordsOf(piece).length > 0).slice(0, MOST_WORDS)
  return pieces.map(piece => {
    const whole = piece.slice(0, LONGEST_WORD).replace(/['\\]/g, ' ')
    return `('${whole}':* | (${wordsOf(piece).map(term).join(' & ')}))`
  }).join(' & ')
}

const term = (word: string) => (/^\d+$/.test(word) ? `(${word}:* | '-${word}':*)` : `${word}:*`)
