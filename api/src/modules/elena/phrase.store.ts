import { partsOf, unhurried } from '../../platform/breath.ts'
import { Forbidden } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { lock } from '../../platform/lock.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { mayTeach } from './elena.policy.ts'
import type { PhraseOrigin, PhraseWords } from './phrase.entity.ts'
import { plainText } from './phrase-text.ts'

export const MOST_PHRASES = 50_000
// What is read and understood in one go; more would keep others waiting.
const AT_ONCE = 1000

/** A tenant is taught by one at a time, so what is found to be new is still new when it is written. */
export async function lockTeaching(unit: Unit): Promise<void> {
  if (!mayTeach(unit.actor)) throw new Forbidden()
  await lock(unit, `elena:${unit.tenantId}`)
}

/** A phrase as it is compared: the same where `plain` and language are. */
export interface KnownPhrase {
  id: string
  intentId: string
  plain: string
  language: Language
}

export const sameness = ({ plain, language }: Pick<KnownPhrase, 'plain' | 'language'>) => `${language} ${plain}`

const KNOWN = `
  select p.id, p.intent_id as "intentId", p.plain, p.language
  from phrase p join intent i on i.tenant_id = p.tenant_id and i.id = p.intent_id and i.deleted_at is null
  where p.tenant_id = $1 and p.plain = any($2) and p.deleted_at is null order by p.id`

/** The phrases of living intents that are the same as one of these, whatever their language. */
export async function knownPhrases(unit: ReadUnit, plain: readonly string[]): Promise<KnownPhrase[]> {
  const known: KnownPhrase[] = []
  for (const part of partsOf(plain, AT_ONCE)) known.push(...await unit.sql<KnownPhrase>('phrases-known', KNOWN, [unit.tenantId, part]))
  return known
}

export interface NewPhrase extends PhraseWords {
  intentId: string
  origin: PhraseOrigin
}

interface PlainPhrase {
  id: string
  plain: string
}

export interface Sorted<Given> {
  added: (Given & PlainPhrase)[]
  duplicates: { text: string; phraseId: string }[]
  conflicts: { text: string; phraseId: string }[]
}

/** What of the phrases is new, what their intents have, and what others have; nothing is written yet. */
export async function sortOut<Given extends NewPhrase>(
  unit: ReadUnit, given: readonly Given[], { despiteConflicts = false } = {},
): Promise<Sorted<Given>> {
  const compared: { phrase: Given; plain: string }[] = []
  await unhurried(given, phrase => compared.push({ phrase, plain: plainText(phrase.text) }))
  const known = new Map<string, KnownPhrase[]>()
  const remember = (phrase: KnownPhrase) => known.set(sameness(phrase), [...(known.get(sameness(phrase)) ?? []), phrase])
  await unhurried(await knownPhrases(unit, [...new Set(compared.map(({ plain }) => plain))]), remember)
  const sorted: Sorted<Given> = { added: [], duplicates: [], conflicts: [] }
  await unhurried(compared, ({ phrase, plain }) => {
    const { text, intentId, language } = phrase
    const there = known.get(sameness({ plain, language })) ?? []
    const own = there.find(each => each.intentId === intentId)
    if (own) return sorted.duplicates.push({ text, phraseId: own.id })
    if (there[0] && !despiteConflicts) return sorted.conflicts.push({ text, phraseId: there[0].id })
    const id = newId(unit.now)
    sorted.added.push({ ...phrase, id, plain })
    remember({ id, intentId, plain, language })
  })
  return sorted
}

const INSERT = `
  insert into phrase (tenant_id, id, intent_id, language, text, plain, entities, origin, created_at)
  select $1, id, "intentId", language, text, plain, entities, origin, $2
  from jsonb_to_recordset($3) as given (id uuid, "intentId" uuid, language text, text text, plain text, entities jsonb, origin text)`

export async function insertPhrases(unit: Unit, phrases: readonly (NewPhrase & PlainPhrase)[]): Promise<void> {
  const rows = phrases.map(({ id, intentId, language, text, plain, entities, origin }) => ({ id, intentId, language, text, plain, entities, origin }))
  if (rows.length) await unit.sql('phrases-insert', INSERT, [unit.tenantId, unit.now, JSON.stringify(rows)])
}

/** For a statement whose first value is the tenant. */
export const LIVING_INTENTS = 'array(select id from intent where tenant_id = $1 and deleted_at is null)'

const COUNT = `select count(*)::int as count from phrase where tenant_id = $1 and deleted_at is null and intent_id = any(${LIVING_INTENTS})`

export async function phraseCount(unit: ReadUnit): Promise<number> {
  return (await unit.sql<{ count: number }>('phrases-count', COUNT, [unit.tenantId]))[0]!.count
}

const TYPES = 'select name from entity_type where tenant_id = $1 and name = any($2)'

/** The names among these that are no entity type of the tenant's. */
export async function unknownTypes(unit: ReadUnit, names: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(names)]
  if (!wanted.length) return []
  const rows = await unit.sql<{ name: string }>('entity-types-known', TYPES, [unit.tenantId, wanted])
  return wanted.filter(name => !rows.some(row => row.name === name))
}
