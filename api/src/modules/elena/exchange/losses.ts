import { type Language, languages } from '../../language/index.ts'
import type { EntityType, TrainingExample, TrainingSet } from '../model.ts'
import { impliedValues } from './draft.ts'
import type { ExchangeProblem, ExchangeProblemKey } from './model.ts'

/** What a format cannot say of a set, each kind once with how often and, where one thing is meant, its name. */
export class Losses {
  private readonly found = new Map<string, { key: ExchangeProblemKey, params: Record<string, string | number> }>()

  add(key: ExchangeProblemKey, params: Record<string, string | number> = {}): void {
    const name = JSON.stringify([key, params])
    const known = this.found.get(name)
    if (known) known.params.count = Number(known.params.count) + 1
    else this.found.set(name, { key, params: { ...params, count: 1 } })
  }

  get problems(): ExchangeProblem[] {
    return [...this.found.values()]
  }

  /** For formats of examples only: the lists' values, and types that no example marks. */
  listsOf({ examples, entities = [] }: TrainingSet): void {
    const marked = new Set(examples.flatMap(each => each.entities?.map(mark => mark.entity) ?? []))
    for (const { name, values = [] } of entities) {
      if (values.length > 0) this.add('valuesLost', { entity: name })
      if (!marked.has(name)) this.add('entityLost', { entity: name })
    }
  }

  /** For formats whose marks have no values but those that the lists imply. */
  markValuesOf({ examples, entities = [] }: TrainingSet): void {
    const implied = impliedValues(entities)
    for (const { text, entities: marks = [] } of examples) {
      for (const { start, end, entity, value } of marks) {
        if (implied(entity, text.slice(start, end)) !== value) this.add('markValueLost', { entity })
      }
    }
  }
}

/** The language of most examples; Spanish where both are as many. */
export function mainLanguage(examples: readonly TrainingExample[]): Language {
  const count = (language: Language) => examples.filter(each => each.language === language).length
  return languages.reduce((most, language) => count(language) > count(most) ? language : most)
}

/** Examples by intent, in the order in which the intents first occur. */
export function byIntent(examples: readonly TrainingExample[]): Map<string, TrainingExample[]> {
  const groups = new Map<string, TrainingExample[]>()
  for (const example of examples) {
    const group = groups.get(example.intent)
    if (group) group.push(example)
    else groups.set(example.intent, [example])
  }
  return groups
}

/** The types of a set, those that only marks name included. */
export function allTypes({ examples, entities = [] }: TrainingSet): EntityType[] {
  const types = new Map(entities.map(type => [type.name, type]))
  for (const { entities: marks = [] } of examples) for (const { entity } of marks) if (!types.has(entity)) types.set(entity, { name: entity })
  return [...types.values()]
}
