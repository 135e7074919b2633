import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { apiFolder } from '../../../platform/api-folder.ts'
import type { Language } from '../language/language.ts'
import type { MarkedEntity, TrainingExample } from '../model.ts'

export const sectors = ['banking', 'education', 'government', 'health', 'insurance', 'retail', 'telecom', 'travel'] as const

interface Pack { nlu: { intent: string, examples: string }[] }

const markup = /\[([^\]]+)\](?:\(([^)]+)\)|(\{[^}]+\}))/g

/** The phrases of a sector pack. */
export function packExamples(name: string, language: Language): TrainingExample[] {
  const { nlu } = parse(readFileSync(join(apiFolder, 'src/modules/elena/packs', `${name}.${language}.yml`), 'utf8')) as Pack
  return nlu.flatMap(({ intent, examples }) => examples.split('\n').map(line => line.replace(/^\s*-\s*/, '').trim()).filter(Boolean)
    .map(line => ({ intent, language, ...withoutMarkup(line) })))
}

function withoutMarkup(line: string): { text: string, entities: MarkedEntity[] } {
  let text = ''
  let last = 0
  const entities: MarkedEntity[] = []
  for (const match of line.matchAll(markup)) {
    const [whole, surface = '', type, json] = match
    text += line.slice(last, match.index)
    const { entity, value } = json ? JSON.parse(json) as MarkedEntity : { entity: type!, value: undefined }
    entities.push({ start: text.length, end: text.length + surface.length, entity, ...value !== undefined && { value } })
    text += surface
    last = match.index + whole.length
  }
  return { text: text + line.slice(last), entities }
}
