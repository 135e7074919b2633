import { createHash } from 'node:crypto'
import { type Language, languages } from '../../language/index.ts'
import type { TrainingExample, TrainingSet } from '../model.ts'
import type { Draft, RawMark } from './draft.ts'
import { allTypes, byIntent, mainLanguage, type Losses } from './losses.ts'
import type { Place } from './model.ts'
import { fieldsOf, itemsOf, parseJson, type Source } from './source.ts'
import { pathName, textsOfZip, zipOf } from './zip.ts'

const usersaysPath = /^(?:.*\/)?(?:intents\/)?([^/]+)_usersays_([A-Za-z_-]{2,12})\.json$/
const entriesPath = /^(?:.*\/)?entities\/([^/]+)_entries_([A-Za-z_-]{2,12})\.json$/
const plainPath = /^(?:.*\/)?(intents|entities)\/([^/]+)\.json$/

/** Reads an exported agent (zip), or one usersays file of it, whose name then names the intent. */
export function readDialogflow(source: Source, draft: Draft): void {
  if (source.isZip) return readAgent(textsOfZip(source.bytes, path => plainPath.test(path), draft), draft)
  const [, intent, language] = usersaysPath.exec(source.fileName) ?? []
  addPhrases(itemsOf(source.json), { intent: intent ?? source.fileName.replace(/\.json$/, ''), language }, '', draft)
  draft.valuesFromLists()
}

function readAgent(texts: ReadonlyMap<string, string>, draft: Draft): void {
  const named = new Map<string, string>()
  const spoken = new Set<string>()
  for (const [path, text] of texts) if (!usersaysPath.test(path) && !entriesPath.test(path)) addName(path, text, named, draft)
  for (const [path, text] of texts) {
    const [, entity, ] = entriesPath.exec(path) ?? []
    const [, intent, language] = usersaysPath.exec(path) ?? []
    if (entity) addEntries(partOf(text, path, draft), named.get(`entities/${entity}`) ?? entity, path, draft)
    else if (intent) {
      spoken.add(`intents/${intent}`)
      addPhrases(partOf(text, path, draft), { intent: named.get(`intents/${intent}`) ?? intent, language }, path, draft)
    }
  }
  for (const [key, intent] of named) if (key.startsWith('intents/') && !spoken.has(key)) draft.note('intentWithoutExamples', { path: key }, { intent })
  draft.valuesFromLists()
}

/** One broken file of an agent is told and costs no other. */
function partOf(text: string, path: string, draft: Draft): readonly unknown[] {
  try {
    return itemsOf(parseJson(text, draft, path))
  } catch {
    return []
  }
}

function addName(path: string, text: string, named: Map<string, string>, draft: Draft): void {
  const [, kind, file] = plainPath.exec(path)!
  const { name, isRegexp } = fieldsOf(partOf(`[${text}]`, path, draft)[0])
  named.set(`${kind}/${file}`, typeof name === 'string' && name.trim() ? name : file!)
  if (kind === 'entities' && isRegexp === true) draft.note('regexIgnored', { path }, { name: String(name) })
  if (kind === 'entities') draft.type(named.get(`${kind}/${file}`)!.trim())
}

function addEntries(entries: readonly unknown[], entity: string, path: string, draft: Draft): void {
  entries.forEach((entry, at) => {
    const { value, synonyms } = fieldsOf(entry)
    draft.value(entity, value, itemsOf(synonyms), { path: `${path}[${at}]` })
  })
}

function addPhrases(phrases: readonly unknown[], from: { intent: string, language?: string }, path: string, draft: Draft): void {
  phrases.forEach((phrase, at) => {
    const place = { path: `${path}[${at}]` }
    const { data, isTemplate, lang } = fieldsOf(phrase)
    if (!Array.isArray(data)) return draft.skip('itemBroken', place)
    if (isTemplate === true) return draft.skip('templateIgnored', place)
    const { text, marks } = textOf(data, draft, place)
    draft.example({ text, intent: from.intent, language: lang ?? from.language, marks }, place)
  })
}

function textOf(parts: readonly unknown[], draft: Draft, place: Place): { text: string, marks: RawMark[] } {
  const marks: RawMark[] = []
  let whole = ''
  for (const part of parts) {
    const { text, meta, alias } = fieldsOf(part)
    if (typeof text !== 'string') continue
    const entity = typeof meta === 'string' ? meta.replace(/^@/, '') : ''
    if (entity && entity !== 'sys.ignore') marks.push({ start: whole.length, end: whole.length + text.length, entity })
    if (entity.startsWith('sys.')) draft.note('systemEntity', place, { entity })
    if (entity && typeof alias === 'string' && alias !== entity) draft.note('roleIgnored', place, { entity, role: alias })
    whole += text
  }
  return { text: whole, marks }
}

/** Writes an agent that Dialogflow ES restores: intents with their phrases, entities with their entries. */
export function writeDialogflow(set: TrainingSet, losses: Losses): Uint8Array<ArrayBuffer> {
  losses.markValuesOf(set)
  const main = mainLanguage(set.examples)
  const used = languages.filter(each => each === main || set.examples.some(({ language }) => language === each))
  const files = new Map<string, unknown>([['package.json', { version: '1.0.0' }], ['agent.json', {
    description: '', language: main, supportedLanguages: used.filter(each => each !== main), enabled: true, isPrivate: true,
  }]])
  const names = new Set<string>()
  for (const [intent, examples] of byIntent(set.examples)) addIntent(intent, examples, freeName('intents', intent, names), files)
  for (const { name, values = [] } of allTypes(set)) {
    const path = freeName('entities', name, names)
    files.set(`${path}.json`, { id: idOf(path), name, isOverridable: true, isEnum: false, isRegexp: false, automatedExpansion: values.length === 0, allowFuzzyExtraction: false })
    const entries = values.map(({ value, synonyms }) => ({ value, synonyms: [value, ...synonyms] }))
    for (const language of used) files.set(`${path}_entries_${language}.json`, entries)
  }
  return zipOf(new Map(Array.from(files, ([path, content]) => [path, JSON.stringify(content, null, 2)])))
}

function freeName(folder: string, name: string, taken: Set<string>): string {
  let path = `${folder}/${pathName(name)}`
  for (let number = 2; taken.has(path.toLowerCase()) || usersaysPath.test(`${path}.json`) || entriesPath.test(`${path}.json`); number++) {
    path = `${folder}/${pathName(name).replace(/_(usersays|entries)_/g, '_')}~${number}`
  }
  taken.add(path.toLowerCase())
  return path
}

function addIntent(name: string, examples: readonly TrainingExample[], path: string, files: Map<string, unknown>): void {
  const types = new Set(examples.flatMap(each => each.entities?.map(({ entity }) => entity) ?? []))
  const parameters = Array.from(types, entity =>
    ({ id: idOf(`${path}/${entity}`), name: entity, dataType: `@${entity}`, value: `$${entity}`, required: false, isList: false }))
  files.set(`${path}.json`, {
    id: idOf(path), name, auto: true, contexts: [], responses: [{ resetContexts: false, affectedContexts: [], parameters, messages: [], speech: [] }],
    priority: 500000, webhookUsed: false, webhookForSlotFilling: false, fallbackIntent: false, events: [],
  })
  for (const language of languages) {
    const phrases = examples.filter(each => each.language === language).map((example, at) => phraseOf(example, language, idOf(`${path}/${language}/${at}`)))
    if (phrases.length > 0) files.set(`${path}_usersays_${language}.json`, phrases)
  }
}

function phraseOf({ text, entities = [] }: TrainingExample, lang: Language, id: string) {
  const data: Record<string, unknown>[] = []
  const plain = (from: number, to: number) => {
    if (to > from) data.push({ text: text.slice(from, to), userDefined: false })
  }
  let from = 0
  for (const { start, end, entity } of entities) {
    plain(from, start)
    data.push({ text: text.slice(start, end), alias: entity, meta: `@${entity}`, userDefined: true })
    from = end
  }
  plain(from, text.length)
  return { id, data, isTemplate: false, count: 0, lang, updated: 0 }
}

/** An id in the form of a UUID that follows from a name: the same set makes the same archive. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
