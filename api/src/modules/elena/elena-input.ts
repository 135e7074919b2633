import { InvalidInput } from '../../platform/refusal.ts'
import type { EntityTypeDetails, EntityValue } from './entity-type.entity.ts'
import type { IntentDetails } from './intent.entity.ts'
import { detectLanguage } from '../language/index.ts'
import { languageOfCode } from './languages.ts'
import type { MarkedEntity } from './model.ts'
import type { PhraseWords } from './phrase.entity.ts'
import { MAX_PHRASE, phraseText } from './phrase-text.ts'

const NAME = /^[a-z0-9_]{1,60}$/
const MAX_DESCRIPTION = 500
const MAX_ANSWER = 2000
const MAX_VALUES = 2000
const MAX_SYNONYMS = 50
const MAX_WORDS = 200
const MAX_MARKS = 20

export const isName = (name: string): boolean => NAME.test(name)

function nameProblem({ name, description }: { name: string; description: string | null }): InvalidInput | undefined {
  if (!isName(name)) return new InvalidInput('name', 'Small letters, digits and _, at most 60.')
  if ((description ?? '').length > MAX_DESCRIPTION) return new InvalidInput('description', `At most ${MAX_DESCRIPTION} characters.`)
}

const described = (text: string | null | undefined): string | null => text?.trim() || null

/** What somebody says of an intent, trimmed; an answer without words is none. Or the first thing that is wrong. */
export function intentDetails(typed: IntentDetails): IntentDetails | InvalidInput {
  const { action } = typed
  const name = typed.name.trim()
  const description = described(typed.description)
  const answers = typed.answers.map(({ language, text }) => ({ language, text: text.trim() })).filter(({ text }) => text)
  const problem = nameProblem({ name, description })
  if (problem) return problem
  if (new Set(answers.map(({ language }) => language)).size < answers.length) return new InvalidInput('answers', 'One answer in each language.')
  const long = answers.findIndex(({ text }) => text.length > MAX_ANSWER)
  return long < 0 ? { name, description, action, answers } : new InvalidInput(`answers.${long}.text`, `At most ${MAX_ANSWER} characters.`)
}

/** What somebody says of an entity type, trimmed, each value and synonym once; or the first thing that is wrong. */
export function entityTypeDetails(typed: EntityTypeDetails): EntityTypeDetails | InvalidInput {
  const name = typed.name.trim()
  const description = described(typed.description)
  const values = typed.kind === 'LEARNED' ? [] : typed.values.map(trimmed)
  const problem = nameProblem({ name, description })
  if (problem) return problem
  if (values.length > MAX_VALUES) return new InvalidInput('values', `At most ${MAX_VALUES}.`)
  const wrong = values.findIndex(valueIsWrong)
  if (wrong >= 0) return new InvalidInput(`values.${wrong}`, `Between 1 and ${MAX_WORDS} characters, and at most ${MAX_SYNONYMS} synonyms.`)
  if (new Set(values.map(({ value }) => value)).size < values.length) return new InvalidInput('values', 'A value is there twice.')
  return { name, description, kind: typed.kind, values }
}

function trimmed({ value, synonyms }: EntityValue): EntityValue {
  const own = value.trim()
  return { value: own, synonyms: [...new Set(synonyms.map(each => each.trim()))].filter(each => each && each !== own) }
}

const valueIsWrong = ({ value, synonyms }: EntityValue) =>
  !value || synonyms.length > MAX_SYNONYMS || [value, ...synonyms].some(words => words.length > MAX_WORDS)

export interface TypedPhrase {
  text: string
  language?: PhraseWords['language'] | null
  entities: { start: number; end: number; entity: string; value?: string | null }[]
}

/** A phrase on one line, with its marks moved along and its language known; or what is wrong with it. */
export function phraseWords(typed: TypedPhrase, at: string): PhraseWords | InvalidInput {
  const composed = typed.text.normalize('NFC')
  if (typed.entities.length > 0 && composed !== typed.text) return new InvalidInput(`${at}text`, 'Marked text must be in Unicode form NFC.')
  const text = phraseText(typed.text)
  if (!text || text.length > MAX_PHRASE) return new InvalidInput(`${at}text`, `Between 1 and ${MAX_PHRASE} characters.`)
  const before = composed.length - composed.trimStart().length
  const entities = marks(typed.entities.map(mark => ({ ...mark, start: mark.start - before, end: mark.end - before })), text)
  if (!entities) return new InvalidInput(`${at}entities`, 'Marks must lie inside the text, name a type, and not overlap.')
  return { text, language: typed.language ?? languageOfCode(detectLanguage(text)), entities }
}

/** In order, or nothing where one does not fit the text. */
function marks(given: TypedPhrase['entities'], text: string): MarkedEntity[] | undefined {
  const sorted = given.toSorted((one, other) => one.start - other.start)
  let end = 0
  for (const mark of sorted) {
    if (mark.start < end || mark.end <= mark.start || mark.end > text.length || !isName(mark.entity)) return undefined
    end = mark.end
  }
  if (sorted.length > MAX_MARKS) return undefined
  return sorted.map(({ start, end: last, entity, value }) => {
    const meant = value?.trim().slice(0, MAX_WORDS)
    return { start, end: last, entity, ...(meant && meant !== text.slice(start, last) ? { value: meant } : {}) }
  })
}
