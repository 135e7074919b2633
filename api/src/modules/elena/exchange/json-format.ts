import type { TrainingExample, TrainingSet } from '../model.ts'
import type { Draft } from './draft.ts'
import type { Losses } from './losses.ts'
import type { Place } from './model.ts'
import { fieldsOf, itemsOf, type Source } from './source.ts'

/** Reads our own JSON: an object of examples and entities, or the examples alone in an array. */
export function readJson({ json }: Source, draft: Draft): void {
  const { examples = json, entities } = fieldsOf(json)
  if (!Array.isArray(examples)) return draft.problem('shapeUnexpected', { path: 'examples' })
  itemsOf(entities).forEach((type, at) => addType(type, draft, `entities[${at}]`))
  examples.forEach((example, at) => addExample(example, draft, { path: `examples[${at}]` }))
}

function addType(type: unknown, draft: Draft, path: string): void {
  const { name, values } = fieldsOf(type)
  if (typeof name !== 'string' || !name.trim()) return draft.problem('valueBroken', { path }, { entity: '' })
  draft.type(name.trim())
  itemsOf(values).forEach((each, at) => {
    const { value, synonyms } = fieldsOf(each)
    draft.value(name, value, itemsOf(synonyms), { path: `${path}.values[${at}]` })
  })
}

function addExample(example: unknown, draft: Draft, place: Place): void {
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return draft.skip('itemBroken', place)
  const { text, intent, language, entities } = fieldsOf(example)
  draft.example({ text, intent, language, marks: itemsOf(entities).map(markOf) }, place)
}

function markOf(mark: unknown) {
  const { start, end, entity, value } = fieldsOf(mark)
  return { start, end, entity, value }
}

/** Reads an object {text, intent, language, entities} a line. */
export function readJsonLines({ text }: Source, draft: Draft): void {
  let line = 0
  for (const each of linesOf(text)) {
    line++
    if (each.trim() === '') continue
    try {
      addExample(JSON.parse(each), draft, { line })
    } catch {
      draft.skip('lineBroken', { line })
    }
  }
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    yield text.slice(from, end < 0 ? text.length : end)
    from = end < 0 ? text.length : end + 1
  }
}

/** Writes everything that a set says. */
export function writeJson({ examples, entities = [] }: TrainingSet): string {
  return `${JSON.stringify({ format: 'botpro-training-set', version: 1, examples: examples.map(plain), entities }, null, 2)}\n`
}

export function writeJsonLines(set: TrainingSet, losses: Losses): string {
  losses.listsOf(set)
  return set.examples.map(each => `${JSON.stringify(plain(each))}\n`).join('')
}

const plain = ({ text, intent, language, entities = [] }: TrainingExample) =>
  ({ text, intent, language, ...entities.length > 0 && { entities: entities.map(({ start, end, entity, value }) => ({ start, end, entity, value })) } })

