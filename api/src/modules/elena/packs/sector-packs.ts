import { readdirSync } from 'node:fs'
import type { Language } from '../../language/index.ts'
import type { IntentAction } from '../intent.entity.ts'
import type { TrainingExample } from '../model.ts'
import { packExamples, packFolder } from './pack-examples.ts'

const FILE = /^([a-z-]+)\.(es|en)\.yml$/
/** What the bot can do for intents of packs by itself; to all others somebody has to write an answer. */
export const packActions: ReadonlyMap<string, IntentAction> = new Map([
  ['talk_to_human', 'TALK_TO_A_PERSON'],
  ...['branch_hours', 'store_hours', 'office_hours', 'location_hours'].map(name => [name, 'OPENING_HOURS'] as const),
])

/** What stands beside the sectors' files and is none. */
const OTHERS = ['faq', 'passages', 'out-of-scope']

export interface SectorPack {
  /** Such as "retail". */
  id: string
  languages: Language[]
  phrases: TrainingExample[]
}

let packs: Map<string, SectorPack> | undefined

/** The packs, by name. They are read once. */
export function sectorPacks(): ReadonlyMap<string, SectorPack> {
  return packs ??= readPacks()
}

function readPacks(): Map<string, SectorPack> {
  const found = new Map<string, SectorPack>()
  for (const file of readdirSync(packFolder).sort()) {
    const [, id, language] = FILE.exec(file) as [string, string, Language] | null ?? []
    if (!id || !language || OTHERS.includes(id)) continue
    const pack = found.get(id) ?? { id, languages: [], phrases: [] }
    pack.languages.push(language)
    pack.phrases.push(...packExamples(id, language))
    found.set(id, pack)
  }
  return found
}
