import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { apiFolder } from '../../../platform/api-folder.ts'
import type { ExchangedPhrase } from '../exchange/exchange.ts'
import type { Language } from '../language/language.ts'
import type { MarkedEntity } from '../model.ts'

const folder = join(apiFolder, 'src/modules/elena/packs')
const FILE = /^([a-z-]+)\.(es|en)\.yml$/
/** What stands beside the sectors' files and is none. */
const OTHERS = ['faq', 'passages', 'out-of-scope']

export interface SectorPack {
  /** Such as "retail". */
  id: string
  languages: Language[]
  phrases: ExchangedPhrase[]
}

let packs: Map<string, SectorPack> | undefined

/** The packs, by name. They are read once. */
export function sectorPacks(): ReadonlyMap<string, SectorPack> {
  return packs ??= readPacks()
}

function readPacks(): Map<string, SectorPack> {
  const found = new Map<string, SectorPack>()
  for (const file of readdirSync(folder).sort()) {
    const [, id, language] = FILE.exec(file) ?? []
    if (!id || OTHERS.includes(id)) continue
    const pack = found.get(id) ?? { id, languages: [], phrases: [] }
    pack.languages.push(language as Language)
    pack.phrases.push(...phrasesOf(readFileSync(join(folder, file), 'utf8'), language as Language))
    found.set(id, pack)
  }
  return found
}

function phrasesOf(content: string, language: Language): ExchangedPhrase[] {
  const { nlu } = parse(content) as { nlu: { intent: string; examples: string }[] }
  return nlu.flatMap(({ intent, examples }) => examples.split('\n').map(line => line.replace(/^\s*-\s*/, '').trim()).filter(Boolean)
    .map(line => ({ intent, language, ...unmarked(line) })))
}

const MARK = /\[([^\]]+)\](?:\(([^)]+)\)|(\{[^}]+\}))/g

/** A line of Rasa's: `[surface](type)` or `[surface]{"entity": …, "value": …}` are marks. */
export function unmarked(line: string): { text: string; entities: MarkedEntity[] } {
  const entities: MarkedEntity[] = []
  let text = ''
  let from = 0
  for (const { 0: whole, 1: surface, 2: type, 3: json, index } of line.matchAll(MARK)) {
    text += line.slice(from, index)
    const said = json ? JSON.parse(json) as { entity: string; value?: string } : { entity: type! }
    entities.push({ start: text.length, end: text.length + surface!.length, entity: said.entity, ...(said.value && { value: said.value }) })
    text += surface
    from = index + whole.length
  }
  return { text: text + line.slice(from), entities }
}
