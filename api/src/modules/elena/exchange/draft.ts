import { detectLanguage, type Language, languages } from '../../language/index.ts'
import type { EntityType, MarkedEntity, TrainingExample, TrainingSet } from '../model.ts'
import { languageNamed } from './language-name.ts'
import { limits, type ExchangeCounts, type ExchangeProblem, type ExchangeProblemKey, type Place } from './model.ts'

/** An example as a file says it: anything may be missing or wrong. `language` is a name of the file's, or a missing one. */
export interface RawExample { text: unknown, intent: unknown, language?: unknown, marks?: readonly RawMark[] }

/** A span in UTF-16 code units, end exclusive. */
export interface RawMark { start: unknown, end: unknown, entity: unknown, value?: unknown }

type Params = ExchangeProblem['params']
type Unsettled = Omit<TrainingExample, 'language'> & { language?: Language }

/** Thrown where nothing more is to be gained from a file; the draft's problems say why. */
export class EndOfReading extends Error {}

/** A training set in the making, from a file that may be wrong anywhere; what is wrong is told with its place. */
export class Draft {
  readonly problems: ExchangeProblem[] = []
  /** Of each example, where it stands. */
  readonly places: Place[] = []
  private readonly examples: Unsettled[] = []
  private readonly types = new Map<string, Map<string, Set<string>>>()
  private readonly noted = new Set<string>()
  private skipped = 0

  /** Tells a problem; of more than a thousand only their number is told. */
  problem(key: ExchangeProblemKey, place: Place = {}, params: Params = {}): void {
    if (this.problems.length < limits.problems - 1) this.problems.push({ key, params, ...place })
    else this.countFurther()
  }

  /** Tells a problem once, however often it occurs. */
  note(key: ExchangeProblemKey, place: Place = {}, params: Params = {}): void {
    const name = JSON.stringify([key, params])
    if (this.noted.has(name)) return
    if (this.noted.size < limits.problems) this.noted.add(name)
    this.problem(key, place, params)
  }

  private countFurther(): void {
    const last = this.problems.at(-1)!
    const more = last.key === 'tooManyProblems' ? Number(last.params.more) + 1 : 1
    if (more > 1) this.problems.pop()
    this.problems.push({ key: 'tooManyProblems', params: { more } })
  }

  /** Tells why an example is left out. */
  skip(key: ExchangeProblemKey, place: Place, params?: Params): void {
    this.skipped++
    this.problem(key, place, params)
  }

  example(raw: RawExample, place: Place): void {
    const language = this.languageOf(raw.language, place)
    if (language === null) return
    if (typeof raw.text !== 'string' || raw.text.trim() === '') return this.skip('textMissing', place)
    if (raw.text.length > limits.textLength) return this.skip('textTooLong', place, { most: limits.textLength })
    const intent = this.nameOf(raw.intent)
    if (!intent) return this.skip('intentMissing', place)
    if (intent.length > limits.nameLength) return this.skip('intentTooLong', place, { most: limits.nameLength })
    if (this.examples.length >= limits.examples) {
      this.skipped++
      return this.note('tooManyExamples', place, { most: limits.examples })
    }
    this.places.push(place)
    const text = raw.text.trim()
    const entities = this.marksOf(text, raw, place)
    this.examples.push({ text, intent, ...language && { language }, ...entities.length > 0 && { entities } })
  }

  /** Null where the file names a language that ELENA does not know: then the example is skipped. */
  private languageOf(name: unknown, place: Place): Language | undefined | null {
    if (typeof name !== 'string' || name.trim() === '') return undefined
    const language = languageNamed(name)
    if (language) return language
    this.skip('languageUnknown', place, { language: name.slice(0, 40) })
    return null
  }

  private nameOf(name: unknown): string {
    return typeof name === 'string' ? name.trim() : typeof name === 'number' ? String(name) : ''
  }

  private marksOf(text: string, { text: whole, marks = [] }: RawExample, place: Place): MarkedEntity[] {
    const shift = (whole as string).length - (whole as string).trimStart().length
    const good = marks.flatMap(mark => this.markOf(text, mark, shift, place)).sort((one, other) => one.start - other.start || one.end - other.end)
    let reach = 0
    return good.filter(({ start, end, entity }) => {
      const apart = start >= reach
      if (apart) reach = end
      else this.problem('marksOverlap', place, { entity })
      return apart
    })
  }

  private markOf(text: string, mark: RawMark, shift: number, place: Place): MarkedEntity[] {
    const entity = this.nameOf(mark.entity)
    const [start, end] = [Number(mark.start) - shift, Number(mark.end) - shift]
    const fits = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start && end <= text.length
    if (!fits || !entity || entity.length > limits.nameLength) {
      this.problem('markBroken', place, { entity: entity.slice(0, 40) })
      return []
    }
    this.type(entity)
    const value = typeof mark.value === 'string' ? mark.value.trim() : typeof mark.value === 'number' ? String(mark.value) : ''
    return [{ start, end, entity, ...value && value !== text.slice(start, end) && { value: value.slice(0, limits.nameLength * 5) } }]
  }

  /** Declares a type of entity, without values so far. */
  type(name: string): Map<string, Set<string>> {
    let type = this.types.get(name)
    if (!type) this.types.set(name, type = new Map())
    return type
  }

  /** Adds a value to a closed list, with synonyms in any number of calls. */
  value(type: unknown, value: unknown, synonyms: readonly unknown[], place: Place): void {
    const [name, canonical] = [this.nameOf(type), this.nameOf(value)]
    if (!name || !canonical || name.length > limits.nameLength) return this.problem('valueBroken', place, { entity: name.slice(0, 40) })
    const values = this.type(name)
    if (values.size >= limits.valuesOfType) return this.note('tooManyValues', place, { entity: name, most: limits.valuesOfType })
    let known = values.get(canonical)
    if (!known) values.set(canonical, known = new Set())
    for (const synonym of synonyms) {
      const word = this.nameOf(synonym)
      if (!word) this.problem('valueBroken', place, { entity: name })
      else if (word !== canonical && known.size < limits.synonymsOfValue) known.add(word)
      else if (word !== canonical) this.note('tooManyValues', place, { entity: name, most: limits.synonymsOfValue })
    }
  }

  /** Which types have marks of a value: of that value, or of that text where the mark names none. */
  typesByMarkedValue(): Map<string, Set<string>> {
    const types = new Map<string, Set<string>>()
    for (const { text, entities = [] } of this.examples) {
      for (const { start, end, entity, value } of entities) {
        const marked = value ?? text.slice(start, end)
        types.set(marked, (types.get(marked) ?? new Set()).add(entity))
      }
    }
    return types
  }

  /** Gives marks the values that the lists have their texts as synonyms of, for formats whose marks have none of their own. */
  valuesFromLists(): void {
    const implied = impliedValues(this.entityTypes())
    for (const [at, example] of this.examples.entries()) {
      if (!example.entities) continue
      this.examples[at] = { ...example, entities: example.entities.map(mark => {
        const value = implied(mark.entity, example.text.slice(mark.start, mark.end))
        return value === undefined || mark.value !== undefined ? mark : { ...mark, value }
      }) }
    }
  }

  /** The set, once everything has been added; examples in their order. */
  set(otherwise?: Language): TrainingSet {
    const fallback = otherwise ?? this.mostly()
    const examples = this.examples.map(({ text, intent, language, entities }): TrainingExample =>
      ({ text, intent, language: language ?? detectLanguage(text, fallback), ...entities && { entities } }))
    const entities = this.entityTypes()
    return { examples, ...entities.length > 0 && { entities } }
  }

  private entityTypes(): EntityType[] {
    return [...this.types].map(([name, values]) => ({
      name, ...values.size > 0 && { values: Array.from(values, ([value, synonyms]) => ({ value, synonyms: [...synonyms] })) },
    }))
  }

  private mostly(): Language {
    const votes = { es: 0, en: 0 }
    for (const { text, language } of this.examples) {
      const [one, other] = language ? [language, language] : [detectLanguage(text, 'es'), detectLanguage(text, 'en')]
      if (one === other) votes[one]++
    }
    return votes.en > votes.es ? 'en' : 'es'
  }

  counts(set: TrainingSet): ExchangeCounts {
    const count = (language: Language) => set.examples.filter(each => each.language === language).length
    return {
      examples: set.examples.length, intents: new Set(set.examples.map(each => each.intent)).size, entityTypes: set.entities?.length ?? 0,
      marks: set.examples.reduce((sum, each) => sum + (each.entities?.length ?? 0), 0), skipped: this.skipped,
      byLanguage: Object.fromEntries(languages.map(language => [language, count(language)])) as Record<Language, number>,
    }
  }
}

/** The value of a closed list that a text is a synonym or another spelling (capitals) of; undefined where it is none. */
export function impliedValues(types: readonly EntityType[]): (entity: string, text: string) => string | undefined {
  const lists = new Map(types.map(({ name, values = [] }) => {
    const words = new Map<string, string>()
    for (const { value } of values) words.set(value.toLowerCase(), value)
    for (const { value, synonyms } of values) for (const synonym of synonyms) if (!words.has(synonym.toLowerCase())) words.set(synonym.toLowerCase(), value)
    return [name, words] as const
  }))
  return (entity, text) => {
    const value = lists.get(entity)?.get(text.toLowerCase())
    return value === text ? undefined : value
  }
}
