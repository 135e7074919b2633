import type { TrainingExample, TrainingSet } from '../model.ts'
import type { Draft, RawMark } from './draft.ts'
import { allTypes, byIntent, mainLanguage, type Losses } from './losses.ts'
import type { Place } from './model.ts'
import { fieldsOf, itemsOf, type Source } from './source.ts'

const cultures = { es: 'es-es', en: 'en-us' } as const
const notRead = ['composites', 'hierarchicals', 'patternAnyEntities', 'patterns', 'phraselists', 'model_features', 'prebuiltEntities', 'bing_entities']

/** Reads an app that LUIS exported. Its labels end with their last character, and the app has one language. */
export function readLuis({ json }: Source, draft: Draft): void {
  const { entities, closedLists, utterances, intents, culture, regex_entities: regexes, ...rest } = fieldsOf(json)
  if (!Array.isArray(utterances)) return draft.problem('shapeUnexpected', { path: 'utterances' })
  itemsOf(entities).forEach((each, at) => declare(fieldsOf(each).name, `entities[${at}]`, draft))
  itemsOf(closedLists).forEach((each, at) => addClosedList(each, `closedLists[${at}]`, draft))
  utterances.forEach((each, at) => {
    const { text, intent, entities: labels } = fieldsOf(each)
    const place = { path: `utterances[${at}]` }
    draft.example({ text, intent, language: culture, marks: itemsOf(labels).flatMap(label => luisMarks(label, draft, place)) }, place)
  })
  for (const each of itemsOf(regexes)) draft.note('regexIgnored', { path: 'regex_entities' }, { name: String(fieldsOf(each).name) })
  for (const section of notRead) if (itemsOf(rest[section]).length > 0) draft.note('sectionIgnored', { path: section }, { section })
  noteSilentIntents(itemsOf(intents).map(each => fieldsOf(each).name), utterances, draft)
  draft.valuesFromLists()
}

function declare(name: unknown, path: string, draft: Draft): void {
  if (typeof name === 'string' && name.trim()) draft.type(name.trim())
  else draft.problem('valueBroken', { path }, { entity: '' })
}

function addClosedList(list: unknown, path: string, draft: Draft): void {
  const { name, subLists } = fieldsOf(list)
  declare(name, path, draft)
  itemsOf(subLists).forEach((each, at) => {
    const { canonicalForm, list: synonyms } = fieldsOf(each)
    draft.value(name, canonicalForm, itemsOf(synonyms), { path: `${path}.subLists[${at}]` })
  })
}

/** A label and those inside it; of nested ones the outer is read, its parts are told. */
function luisMarks(label: unknown, draft: Draft, place: Place): RawMark[] {
  const { entity, startPos, endPos, role, children } = fieldsOf(label)
  if (typeof role === 'string' && role) draft.note('roleIgnored', place, { entity: String(entity), role })
  for (const child of itemsOf(children)) draft.note('roleIgnored', place, { entity: String(entity), role: String(fieldsOf(child).entity) })
  return [{ start: startPos, end: Number(endPos) + 1, entity }]
}

function noteSilentIntents(names: readonly unknown[], utterances: readonly unknown[], draft: Draft): void {
  const spoken = new Set(utterances.map(each => fieldsOf(each).intent))
  for (const intent of names) if (typeof intent === 'string' && intent !== 'None' && !spoken.has(intent)) draft.note('intentWithoutExamples', {}, { intent })
}

/** Reads a project of conversational language understanding. */
export function readClu({ json }: Source, draft: Draft): void {
  const { assets, stringIndexType, metadata } = fieldsOf(json)
  const { utterances, entities, intents } = fieldsOf(assets)
  if (!Array.isArray(utterances)) return draft.problem('shapeUnexpected', { path: 'assets.utterances' })
  itemsOf(entities).forEach((each, at) => addCluEntity(each, `assets.entities[${at}]`, draft))
  utterances.forEach((each, at) => {
    const { text, intent, language, entities: labels } = fieldsOf(each)
    const marks = itemsOf(labels).map(label => cluMark(label, text, String(stringIndexType)))
    draft.example({ text, intent, language: language ?? fieldsOf(metadata).language, marks }, { path: `assets.utterances[${at}]` })
  })
  noteSilentIntents(itemsOf(intents).map(each => fieldsOf(each).category), utterances, draft)
  draft.valuesFromLists()
}

function addCluEntity(entity: unknown, path: string, draft: Draft): void {
  const { category, list, regex, prebuilts } = fieldsOf(entity)
  declare(category, path, draft)
  itemsOf(fieldsOf(list).sublists).forEach((each, at) => {
    const { listKey, synonyms } = fieldsOf(each)
    draft.value(category, listKey, itemsOf(synonyms).flatMap(words => itemsOf(fieldsOf(words).values)), { path: `${path}.list.sublists[${at}]` })
  })
  if (itemsOf(fieldsOf(regex).expressions).length > 0) draft.note('regexIgnored', { path }, { name: String(category) })
  if (itemsOf(prebuilts).length > 0) draft.note('systemEntity', { path }, { entity: String(category) })
}

function cluMark(label: unknown, text: unknown, indexType: string): RawMark {
  const { category, offset, length } = fieldsOf(label)
  const [start, end] = [Number(offset), Number(offset) + Number(length)]
  if (typeof text !== 'string' || !Number.isInteger(start) || !Number.isInteger(end)) return { start, end, entity: category }
  return { start: utf16Offset(text, start, indexType), end: utf16Offset(text, end, indexType), entity: category }
}

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })

/** An offset in UTF-16 code units, of one in what the project says that it counts in. */
function utf16Offset(text: string, offset: number, indexType: string): number {
  if (!/TextElement|UnicodeCodePoint/i.test(indexType)) return offset
  const units = /TextElement/i.test(indexType) ? Array.from(graphemes.segment(text.slice(0, 5000)), each => each.segment) : [...text]
  return offset > units.length ? NaN : units.slice(0, Math.max(offset, 0)).join('').length
}

/** Writes an app that LUIS and its converters import; all of it in the language of most examples. */
export function writeLuis(set: TrainingSet, losses: Losses): string {
  losses.markValuesOf(set)
  const main = mainLanguage(set.examples)
  for (const { language } of set.examples) if (language !== main) losses.add('languageLost', { language })
  const types = allTypes(set)
  return `${JSON.stringify({
    luis_schema_version: '7.0.0', versionId: '0.1', name: 'BotPro', desc: '', culture: cultures[main], tokenizerVersion: '1.0.0',
    intents: [...byIntent(set.examples).keys()].map(name => ({ name, features: [] })),
    entities: types.filter(each => !each.values?.length).map(({ name }) => ({ name, children: [], roles: [], features: [] })),
    closedLists: types.filter(each => each.values?.length).map(({ name, values }) =>
      ({ name, subLists: values!.map(({ value, synonyms }) => ({ canonicalForm: value, list: synonyms })), roles: [] })),
    hierarchicals: [], composites: [], patternAnyEntities: [], regex_entities: [], prebuiltEntities: [], regex_features: [], phraselists: [], patterns: [],
    utterances: set.examples.map(luisUtterance), settings: [],
  }, null, 2)}\n`
}

const luisUtterance = ({ text, intent, entities = [] }: TrainingExample) =>
  ({ text, intent, entities: entities.map(({ start, end, entity }) => ({ entity, startPos: start, endPos: end - 1, children: [] })) })

/** Writes a project that conversational language understanding imports. */
export function writeClu(set: TrainingSet, losses: Losses): string {
  losses.markValuesOf(set)
  const language = mainLanguage(set.examples)
  return `${JSON.stringify({
    projectFileVersion: '2023-04-01', stringIndexType: 'Utf16CodeUnit',
    metadata: { projectKind: 'Conversation', projectName: 'BotPro', multilingual: true, description: '', language, settings: { confidenceThreshold: 0 } },
    assets: {
      projectKind: 'Conversation',
      intents: [...byIntent(set.examples).keys()].map(category => ({ category })),
      entities: allTypes(set).map(({ name, values = [] }) => ({
        category: name, compositionSetting: 'combineComponents',
        ...values.length > 0 && { list: { sublists: values.map(({ value, synonyms }) => ({ listKey: value, synonyms: [{ language, values: [value, ...synonyms] }] })) } },
      })),
      utterances: set.examples.map(each => ({
        text: each.text, intent: each.intent, language: each.language, dataset: 'Train',
        entities: (each.entities ?? []).map(({ start, end, entity }) => ({ category: entity, offset: start, length: end - start })),
      })),
    },
  }, null, 2)}\n`
}
