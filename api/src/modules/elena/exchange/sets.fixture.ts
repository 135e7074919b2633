import fc from 'fast-check'
import { languages } from '../../language/index.ts'
import type { EntityType, MarkedEntity, TrainingExample, TrainingSet } from '../model.ts'

/** Sets as an import gives them: trimmed, marks in order and apart, every marked type declared. */

const piece = fc.oneof(
  fc.constantFrom('hola', 'quiero', 'pagar', 'mañana', 'RD$ 500', 'ayuda,', '"ya"', "it's", '¿cuándo?', '=SUMA(1)', '@ana', "'-5", '- x', '# no', '😀', '👩‍💻', ';', ':', '|', '\\', '%20', '<b>'),
  fc.constantFrom('hola', 'quiero', 'mi', 'pedido', 'the order'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const plainPiece = fc.constantFrom('hola', 'quiero', 'pagar', 'mañana', 'RD$ 500', 'ayuda,', '"ya"', "it's", '😀', '=SUMA(1)', '- x', '# no')

const textOf = (unit: fc.Arbitrary<string>) => fc.array(unit, { minLength: 1, maxLength: 6 }).map(words => words.join(' ').trim()).filter(text => text !== '')
const name = fc.oneof(fc.constantFrom('pagar', 'block_card', 'faq/horario', 'Año nuevo', 'true', '12', '__proto__', 'constructor', '=x'), fc.stringMatching(/^[a-z][a-z_]{0,11}$/))

interface Kind { wild: boolean, lists: boolean, values: boolean, language?: 'es' | 'en' }

function example(kind: Kind, types: readonly EntityType[]): fc.Arbitrary<TrainingExample> {
  const language = kind.language ? fc.constant(kind.language) : fc.constantFrom(...languages)
  return fc.tuple(textOf(kind.wild ? piece : plainPiece), name, language, fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.nat(5), fc.option(textOf(plainPiece))), { maxLength: 3 }))
    .map(([text, intent, spoken, spans]) => ({ text, intent, language: spoken, ...marked(text, spans, types, kind) }))
}

function marked(text: string, spans: readonly [number, number, number, string | null][], types: readonly EntityType[], { values }: Kind): { entities?: MarkedEntity[] } {
  if (types.length === 0) return {}
  const entities: MarkedEntity[] = []
  let reach = 0
  for (const [from, length, type, value] of spans.toSorted(([one], [other]) => one - other)) {
    const [start, end] = [Math.max(from, reach), Math.min(text.length, Math.max(from, reach) + length)]
    if (end <= start || splitsPair(text, start) || splitsPair(text, end)) continue
    const own = values && value && value !== text.slice(start, end) ? { value } : {}
    entities.push({ start, end, entity: types[type % types.length]!.name, ...own })
    reach = end
  }
  return entities.length > 0 ? { entities } : {}
}

const splitsPair = (text: string, at: number) => /[\udc00-\udfff]/.test(text[at] ?? '')

function entityType(kind: Kind): fc.Arbitrary<EntityType> {
  const value = fc.tuple(textOf(plainPiece), fc.uniqueArray(textOf(kind.wild ? piece : plainPiece), { maxLength: 3 }))
    .map(([canonical, synonyms]) => ({ value: canonical, synonyms: synonyms.filter(each => each !== canonical) }))
  const values = fc.uniqueArray(value, { selector: each => each.value, minLength: 1, maxLength: 3 })
  return fc.tuple(name, kind.lists ? fc.option(values, { nil: undefined }) : fc.constant(undefined)).map(([own, list]) => ({ name: own, ...list && { values: list } }))
}

export function trainingSets(kind: Kind): fc.Arbitrary<TrainingSet> {
  return fc.uniqueArray(entityType(kind), { selector: each => each.name, maxLength: 3 }).chain(types =>
    fc.array(example(kind, types), { minLength: 1, maxLength: 12 }).map(examples => {
      const used = new Set(examples.flatMap(each => each.entities?.map(({ entity }) => entity) ?? []))
      const entities = types.filter(each => kind.lists || used.has(each.name))
      return { examples, ...entities.length > 0 && { entities } }
    }))
}

const key = (value: unknown) => JSON.stringify(value)
const sorted = <T>(items: readonly T[]) => items.toSorted((one, other) => key(one) < key(other) ? -1 : 1)

/** A set in an order of its own: what grouping by intent may move is put back. */
export const inOrder = ({ examples, entities = [] }: TrainingSet) => ({
  examples: sorted(examples.map(({ text, intent, language, entities: marks = [] }) => ({ text, intent, language, marks: marks.map(({ start, end, entity, value = null }) => ({ start, end, entity, value })) }))),
  entities: sorted(entities.map(({ name: own, values = [] }) => ({ name: own, values: sorted(values.map(({ value, synonyms }) => ({ value, synonyms: sorted(synonyms) }))) }))),
})
