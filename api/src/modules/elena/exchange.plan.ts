import { unhurried } from '../../platform/breath.ts'
import { newId } from '../../platform/ids.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { phraseWords } from './elena-input.ts'
import type { EntityTypeDetails } from './entity-type.entity.ts'
import type { ProblemCode, ToldProblem } from './exchange/problem-words.ts'
import { fold } from '../language/index.ts'
import type { IntentAction } from './intent.entity.ts'
import { languageOfCode } from './languages.ts'
import type { TrainingExample, TrainingSet } from './model.ts'
import type { PhraseOrigin } from './phrase.entity.ts'
import { MOST_PHRASES, phraseCount, sortOut, unknownTypes, type NewPhrase } from './phrase.store.ts'

export interface ImportPlan {
  phrases: (NewPhrase & { id: string; plain: string; intent: string })[]
  intents: { id: string; name: string; action: IntentAction }[]
  entityTypes: EntityTypeDetails[]
  duplicates: number
  conflicts: number
  problems: ToldProblem[]
}

export interface Imported {
  set: TrainingSet
  /** Where the examples stand in their file, if they came in one. */
  places?: readonly { line?: number }[]
  problems: readonly ToldProblem[]
  origin: PhraseOrigin
  /** What the bot does for intents that are new; it answers where nothing is said. */
  actions?: ReadonlyMap<string, IntentAction>
}

/** A name as the house writes names: small letters without accents, digits and `_`; empty where nothing is left. */
export const nameOf = (written: string): string =>
  fold(written.normalize('NFC')).replace(/[^a-z0-9]+/g, '_').slice(0, 60).replace(/^_+|_+$/g, '')

type Prepared = NewPhrase & { intent: string; line?: number }

/** What comes of taking in a set; nothing is written. */
export async function importPlan(unit: ReadUnit, { set, places = [], problems, origin, actions }: Imported): Promise<ImportPlan> {
  const plan: ImportPlan = { phrases: [], intents: [], entityTypes: [], duplicates: 0, conflicts: 0, problems: [...problems] }
  const room = MOST_PHRASES - await phraseCount(unit)
  const read = set.examples.slice(0, room)
  if (read.length < set.examples.length) plan.problems.push({ code: 'TOO_MANY', message: `A tenant has at most ${MOST_PHRASES} phrases.` })
  const prepared: Prepared[] = []
  await unhurried(read, (phrase, at) => {
    const one = preparedPhrase(phrase, origin, places[at]?.line)
    if ('code' in one) plan.problems.push(one)
    else prepared.push(one)
  })
  await nameIntents(unit, prepared, { plan, actions })
  const { added, duplicates, conflicts } = await sortOut(unit, prepared)
  const lines = new Map(conflicts.length ? prepared.map(({ text, line }) => [text, line]) : [])
  plan.problems.push(...conflicts.map(({ text }): ToldProblem =>
    ({ line: lines.get(text), code: 'CONFLICT', message: 'Another intent has this phrase.', text: text.slice(0, 100) })))
  Object.assign(plan, { phrases: added, duplicates: duplicates.length, conflicts: conflicts.length })
  const gained = new Set(added.map(({ intentId }) => intentId))
  plan.intents = plan.intents.filter(({ id }) => gained.has(id))
  plan.entityTypes = await newTypes(unit, set, plan.phrases)
  return plan
}

function preparedPhrase(given: TrainingExample, origin: PhraseOrigin, line?: number): Prepared | ToldProblem {
  const problem = (code: ProblemCode, message: string): ToldProblem =>
    ({ line, code, message, text: given.text.slice(0, 100).toWellFormed().replaceAll('\0', '') })
  const intent = nameOf(given.intent)
  if (!intent) return problem('BAD_NAME', 'The name of the intent has no letters or digits.')
  if (given.text.includes('\0') || !given.text.isWellFormed()) return problem('UNREADABLE', 'The text is no valid Unicode.')
  const words = phraseWords({ text: given.text, language: languageOfCode(given.language), entities: (given.entities ?? []).map(mark => ({ ...mark, entity: nameOf(mark.entity) })) }, '')
  if (!(words instanceof InvalidInput)) return { ...words, intent, origin, intentId: '', line }
  if (words.field === 'entities') return problem('BAD_MARK', words.message)
  return problem(given.text.trim() ? 'TOO_LONG' : 'NO_TEXT', words.message)
}

const INTENTS = 'select id, name from intent where tenant_id = $1 and name = any($2) and deleted_at is null'

/** Gives each phrase the id of its intent, of a new one where there is none of the name. */
async function nameIntents(unit: ReadUnit, prepared: Prepared[], { plan, actions }: { plan: ImportPlan } & Pick<Imported, 'actions'>) {
  const names = [...new Set(prepared.map(({ intent }) => intent))]
  const known = await unit.sql<{ id: string; name: string }>('intents-named', INTENTS, [unit.tenantId, names])
  const ids = new Map(known.map(({ id, name }) => [name, id]))
  for (const name of names) {
    if (ids.has(name)) continue
    const id = newId(unit.now)
    ids.set(name, id)
    plan.intents.push({ id, name, action: actions?.get(name) ?? 'ANSWER' })
  }
  for (const phrase of prepared) phrase.intentId = ids.get(phrase.intent)!
}

/** Types that the file describes and, as learnt ones, those that only its marks name. */
async function newTypes(unit: ReadUnit, set: TrainingSet, phrases: readonly NewPhrase[]): Promise<EntityTypeDetails[]> {
  const marked = phrases.flatMap(({ entities }) => entities.map(({ entity }) => entity))
  const described = new Map((set.entities ?? []).map(type => [nameOf(type.name), type]))
  const unknown = await unknownTypes(unit, [...described.keys(), ...marked].filter(Boolean))
  return unknown.map(name => {
    const values = (described.get(name)?.values ?? []).slice(0, 2000).map(({ value, synonyms }) => ({ value, synonyms: synonyms.slice(0, 50) }))
    const kind = values.length === 0 ? 'LEARNED' : marked.includes(name) ? 'BOTH' : 'LIST'
    return { name, description: null, kind, values }
  })
}
