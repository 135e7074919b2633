import { Forbidden } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import { decodePageKey, pageOf, rowsFor, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadMisunderstood } from './elena.policy.ts'
import { groupsOf, type Group, type WaitingMessage } from './misunderstood-groups.ts'
import { plainText } from './phrase-text.ts'

export type MisunderstoodReason = 'LOW_CONFIDENCE' | 'CORRECTED' | 'HANDED_OFF' | 'THUMBS_DOWN' | 'UNANSWERED'

export interface Guess {
  intent: string
  probability: number
}

export interface MisunderstoodRow extends WaitingMessage {
  conversationId: string
  text: string
  language: Language
  reason: MisunderstoodReason
  guesses: Guess[]
}

export interface MisunderstoodGroup extends Group<MisunderstoodRow> {
  text: string
  language: Language
  count: number
  reasons: MisunderstoodReason[]
  firstAt: Date
  lastAt: Date
  guesses: Guess[]
  misunderstoodIds: string[]
}

export interface MisunderstoodAsked extends PageArgs {
  reasons?: MisunderstoodReason[] | null
  language?: Language | null
  search?: string | null
}

/** The queue is worked from its newest end; what is older comes up as that shrinks. */
const MOST_GROUPED = 2000
const IDS_TOLD = 500
const MESSAGES_TOLD = 10
const GUESSES_TOLD = 3

const WAITING = `
  select u.id, u.conversation_id as "conversationId", u.reason, u.language, u.likeness, u.confidence, u.guesses, u.at, m.text
  from misunderstood_message u join message m on m.tenant_id = u.tenant_id and m.id = u.id
  where u.tenant_id = $1 and u.state = 'WAITING' and ($2::text[] is null or u.reason = any($2)) and ($3::text is null or u.language = $3)
  order by u.at desc, u.id desc limit ${MOST_GROUPED}`
const COUNT = `select count(*)::int as count from misunderstood_message where tenant_id = $1 and state = 'WAITING'`

export async function listMisunderstood(unit: ReadUnit, args: MisunderstoodAsked): Promise<Page<MisunderstoodGroup> & { messageCount: () => Promise<number> }> {
  if (!mayReadMisunderstood(unit.actor)) throw new Forbidden()
  const most = rowsFor(args)
  const after = args.after ? decodePageKey(args.after, [0, '']) as [number, string] : undefined
  const words = plainText(args.search ?? '')
  const rows = await unit.sql<MisunderstoodRow>('misunderstood', WAITING, [unit.tenantId, args.reasons ?? null, args.language ?? null])
  const groups = groupsOf(words ? rows.filter(row => plainText(row.text).includes(words)) : rows)
  const rest = after ? groups.filter(({ weight, id }) => weight < after[0] || (weight === after[0] && id < after[1])) : groups
  const count = async () => (await unit.sql<{ count: number }>('misunderstood-count', COUNT, [unit.tenantId]))[0]!.count
  return { ...pageOf(rest.slice(0, most).map(told), args, ({ weight, id }) => [weight, id]), messageCount: count }
}

/** What stands for the group is the shortest of its texts that says everything: of the most frequent words. */
function told(group: Group<MisunderstoodRow>): MisunderstoodGroup {
  const { messages } = group
  const [newest] = messages as [MisunderstoodRow]
  const byLikeness = [...Map.groupBy(messages, each => each.likeness).values()].sort((one, other) => other.length - one.length)
  const text = byLikeness[0]!.map(each => each.text).sort((one, other) => one.length - other.length)[0]!
  return {
    ...group, text, language: newest.language, count: messages.length, reasons: [...new Set(messages.map(({ reason }) => reason))].sort(),
    firstAt: messages.at(-1)!.at, lastAt: newest.at, guesses: guessesOf(messages),
    misunderstoodIds: messages.slice(0, IDS_TOLD).map(({ id }) => id), messages: messages.slice(0, MESSAGES_TOLD),
  }
}

/** The mean of what was made of each. */
function guessesOf(messages: readonly MisunderstoodRow[]): Guess[] {
  const sums = new Map<string, number>()
  for (const { guesses } of messages) for (const { intent, probability } of guesses) sums.set(intent, (sums.get(intent) ?? 0) + probability)
  return [...sums].map(([intent, sum]) => ({ intent, probability: sum / messages.length }))
    .sort((one, other) => other.probability - one.probability).slice(0, GUESSES_TOLD)
}
