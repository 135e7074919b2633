import { isMap, isScalar, isSeq, isAlias, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { languages } from '../../language/index.ts'
import type { EntityType, TrainingExample, TrainingSet } from '../model.ts'
import { EndOfReading, type Draft } from './draft.ts'
import { allTypes, byIntent, type Losses } from './losses.ts'
import { mark, unmark } from './marks.ts'
import type { Place } from './model.ts'
import type { Source } from './source.ts'

/** Reads Rasa's NLU training data (YAML 3.1): intents, synonyms, lookups, and the entities of a domain in the same file. */
export function readRasa({ text }: Source, draft: Draft): void {
  new RasaReader(text, draft).read()
}

interface Listed { value: string, place: Place }

class RasaReader {
  private readonly text: string
  private readonly draft: Draft
  private readonly lines = new LineCounter()
  private readonly lookups = new Map<string, Listed[]>()
  private readonly synonyms = new Map<string, { words: string[], place: Place }>()

  constructor(text: string, draft: Draft) {
    this.text = text
    this.draft = draft
  }

  read(): void {
    const root = this.document()
    if (!isMap(root)) return this.draft.problem('shapeUnexpected', {}, {})
    for (const { key, value } of root.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (name === 'nlu') this.readItems(value)
      else if (name === 'entities') this.readDeclared(value)
      else if (!['version', 'intents'].includes(name)) this.draft.note('sectionIgnored', this.placeOf(key), { section: name.slice(0, 40) })
    }
    this.addLookups()
    this.addSynonyms()
  }

  // Aliases are never followed, so a few that stand for very many cost nothing.
  private document(): unknown {
    try {
      const document = parseDocument(this.text, { lineCounter: this.lines, logLevel: 'silent', uniqueKeys: false })
      for (const error of document.errors) this.draft.problem('yamlBroken', { line: error.linePos?.[0].line ?? 1 })
      return document.contents
    } catch (error) {
      this.draft.problem(error instanceof RangeError ? 'tooDeep' : 'yamlBroken')
      throw new EndOfReading()
    }
  }

  private placeOf(node: unknown): Place {
    const range = (node as { range?: [number, number, number] | null } | null)?.range
    return range ? { line: this.lines.linePos(range[0]).line } : {}
  }

  private readDeclared(node: unknown): void {
    for (const each of isSeq(node) ? node.items : []) {
      const name = isMap(each) ? each.items[0]?.key : each
      if (isScalar(name) && String(name.value).trim()) this.draft.type(String(name.value).trim())
      else this.draft.problem('itemBroken', this.placeOf(each))
    }
  }

  private readItems(node: unknown): void {
    if (!isSeq(node)) return this.draft.problem('shapeUnexpected', this.placeOf(node), {})
    for (const item of node.items) {
      if (isAlias(item)) this.draft.problem('aliasRefused', this.placeOf(item))
      else if (isMap(item)) this.readItem(item)
      else this.draft.problem('itemBroken', this.placeOf(item))
    }
  }

  private readItem(item: YAMLMap): void {
    const place = this.placeOf(item)
    const named = (kind: string) => scalarText(item.get(kind, true))
    const [intent, synonym, lookup, regex] = ['intent', 'synonym', 'lookup', 'regex'].map(named)
    if (intent !== undefined) this.readIntent(intent, item, place)
    else if (lookup) this.lookups.set(lookup, [...this.lookups.get(lookup) ?? [], ...this.listed(item)])
    else if (synonym) this.synonyms.set(synonym, { words: [...this.synonyms.get(synonym)?.words ?? [], ...this.listed(item).map(each => each.value)], place })
    else if (regex) this.draft.note('regexIgnored', place, { name: regex })
    else this.draft.problem('itemBroken', place)
  }

  private readIntent(intent: string, item: YAMLMap, place: Place): void {
    const language = languageOf(item)
    const examples = item.get('examples', true)
    if (!isSeq(examples)) {
      const listed = this.listed(item)
      if (listed.length === 0) this.draft.note('intentWithoutExamples', place, { intent: intent.slice(0, 200) })
      for (const each of listed) this.addExample(each.value, intent, language, each.place)
      return
    }
    for (const each of examples.items) {
      const text = isMap(each) ? scalarText(each.get('text', true)) : scalarText(each)
      if (isAlias(each)) this.draft.skip('aliasRefused', this.placeOf(each))
      else this.addExample(text ?? '', intent, isMap(each) ? languageOf(each) ?? language : language, this.placeOf(each))
    }
  }

  /** The `- ` lines of an item's examples. */
  private listed(item: YAMLMap): Listed[] {
    const examples = item.get('examples', true)
    if (isAlias(examples)) this.draft.problem('aliasRefused', this.placeOf(examples))
    if (isSeq(examples)) return examples.items.map(each => ({ value: scalarText(each)?.trim() ?? '', place: this.placeOf(each) }))
    if (!isScalar(examples) || typeof examples.value !== 'string') return []
    const first = (this.placeOf(examples).line ?? 0) + (examples.type?.startsWith('BLOCK') ? 1 : 0)
    return examples.value.split('\n').flatMap((line, at) => {
      const trimmed = line.trim()
      if (trimmed === '' || trimmed.startsWith('#')) return []
      const place = { line: first + at }
      if (trimmed.startsWith('-')) return [{ value: trimmed.slice(1).trim(), place }]
      this.draft.problem('lineBroken', place)
      return []
    })
  }

  private addExample(marked: string, intent: string, language: string | undefined, place: Place): void {
    const { text, marks, roles, broken } = unmark(marked.trim())
    for (const each of broken) this.draft.problem('markBroken', place, { entity: each })
    for (const role of roles) this.draft.note('roleIgnored', place, role)
    this.draft.example({ text, intent, language, marks }, place)
  }

  /** A lookup lists what people write: values, and synonyms of them, which are no values of their own. */
  private addLookups(): void {
    const meant = new Map<string, string[]>()
    for (const [value, { words }] of this.synonyms) for (const word of words) meant.set(word, [...meant.get(word) ?? [], value])
    for (const [entity, entries] of this.lookups) {
      const all = new Set(entries.map(each => each.value))
      for (const { value, place } of entries) {
        if (meant.get(value)?.some(each => each !== value && all.has(each))) continue
        this.draft.value(entity, value, this.synonyms.get(value)?.words ?? [], place)
      }
    }
  }

  /** Synonyms name no type: those of no lookup's value belong to the types that are marked so, or that list the words. */
  private addSynonyms(): void {
    const types = new Map<string, Set<string>>()
    const values = new Set([...this.lookups.values()].flatMap(entries => entries.map(each => each.value)))
    for (const [word, marked] of this.draft.typesByMarkedValue()) types.set(word, marked)
    for (const [entity, entries] of this.lookups) for (const { value } of entries) types.set(value, (types.get(value) ?? new Set()).add(entity))
    for (const [value, { words, place }] of this.synonyms) {
      if (values.has(value)) continue
      const owners = new Set([value, ...words].flatMap(word => [...types.get(word) ?? []]))
      for (const owner of owners) this.draft.value(owner, value, words, place)
      if (owners.size === 0) this.draft.note('synonymWithoutEntity', place, { value: value.slice(0, 200) })
    }
  }
}

function scalarText(node: unknown): string | undefined {
  return isScalar(node) && node.value !== null && node.value !== undefined ? node.source !== undefined && typeof node.value !== 'string' ? node.source : String(node.value) : undefined
}

function languageOf(item: YAMLMap): string | undefined {
  const metadata = item.get('metadata', true)
  return isMap(metadata) ? scalarText(metadata.get('language', true)) : undefined
}

/** Writes NLU training data, a block for each intent and language; the language stands in the metadata. */
export function writeRasa(set: TrainingSet, losses: Losses): string {
  const types = allTypes(set)
  noteShared(types, losses)
  const marked = new Set(set.examples.flatMap(each => each.entities?.map(({ entity }) => entity) ?? []))
  const bare = types.filter(each => !each.values?.length && !marked.has(each.name))
  const blocks = [
    ...Array.from(byIntent(set.examples), ([intent, examples]) => intentBlocks(intent, examples, losses)).flat(),
    ...types.flatMap(type => lookupBlock(type, losses)), ...synonymBlocks(types),
  ]
  const declared = bare.length > 0 ? `entities:\n${bare.map(({ name }) => `  - ${quoted(name)}\n`).join('')}\n` : ''
  return `version: "3.1"\n\n${declared}nlu:${blocks.length > 0 ? `\n${blocks.join('\n')}` : ' []\n'}`
}

/** In Rasa one value has one list of synonyms, whichever entity it is of, and a synonym is no value. */
function noteShared(types: readonly EntityType[], losses: Losses): void {
  const lists = new Map<string, string>()
  const words = new Map<string, Set<string>>()
  for (const { values = [] } of types) for (const { value, synonyms } of values) {
    const own = JSON.stringify(synonyms.toSorted())
    if ((lists.get(value) ?? own) !== own) losses.add('synonymsShared', { value })
    lists.set(value, own)
    for (const word of synonyms) words.set(word, (words.get(word) ?? new Set()).add(value))
  }
  for (const { values = [] } of types) {
    const own = new Set(values.map(each => each.value))
    for (const { value } of values) if ([...words.get(value) ?? []].some(each => own.has(each))) losses.add('synonymsShared', { value })
  }
}

function intentBlocks(intent: string, examples: readonly TrainingExample[], losses: Losses): string[] {
  return languages.flatMap(language => {
    const texts = examples.filter(each => each.language === language).flatMap(({ text, entities }) => {
      const marked = mark(text, entities)
      if (marked === undefined) losses.add('exampleLost', { intent })
      return marked ?? []
    })
    if (texts.length === 0) return []
    const head = `  - intent: ${quoted(intent)}\n    metadata:\n      language: ${language}\n`
    return head + (texts.some(unfitForLine)
      ? `    examples:\n${texts.map(text => `      - text: ${JSON.stringify(text)}\n`).join('')}`
      : `    examples: |\n${lined(texts)}`)
  })
}

// What ends a line in one reader or another, or may not stand in YAML as it is.
const unfit = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/
const unfitForLine = (text: string) => unfit.test(text)
const lined = (texts: readonly string[]) => texts.map(text => `      - ${text}\n`).join('')

const quoted = (name: string) => /^[a-z][\w./-]*$/i.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name) ? name : JSON.stringify(name)

function lookupBlock({ name, values = [] }: EntityType, losses: Losses): string[] {
  const fit = values.filter(({ value, synonyms }) => ![value, ...synonyms].some(unfitForLine))
  for (let lost = values.length - fit.length; lost > 0; lost--) losses.add('valuesLost', { entity: name })
  return fit.length > 0 ? [`  - lookup: ${quoted(name)}\n    examples: |\n${lined(fit.map(each => each.value))}`] : []
}

function synonymBlocks(types: readonly EntityType[]): string[] {
  const words = new Map<string, Set<string>>()
  for (const { values = [] } of types) for (const { value, synonyms } of values) {
    const all = words.get(value) ?? new Set()
    for (const word of synonyms) all.add(word)
    words.set(value, all)
  }
  return [...words].filter(([value, all]) => all.size > 0 && ![value, ...all].some(unfitForLine))
    .map(([value, all]) => `  - synonym: ${quoted(value)}\n    examples: |\n${lined([...all])}`)
}
