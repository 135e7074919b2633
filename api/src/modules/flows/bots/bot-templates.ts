import type { BotFile, Language } from '@botpro/graphql/flows'
import type { Unit } from '../../../platform/unit.ts'

export interface BotTemplateCard {
  key: string
  /** None for one that suits every company. */
  sector: string | null
  names: { language: Language; name: string; description: string }[]
  flowCount: number
  testCount: number
  languages: Language[]
}

/** Ready-made bots to begin with. */
export interface BotTemplates {
  list(): BotTemplateCard[]
  /** In the language of the tenant where the texts of a template name things. */
  read(key: string): BotFile | undefined
  /** Brings what its flows stand on, in the unit that makes the bot. */
  install(unit: Unit, key: string): Promise<void>
}

/** Those of the tenant's sector first, each group in the order of the catalogue. */
export function templatesFor(templates: BotTemplates, sector: string): BotTemplateCard[] {
  const cards = templates.list()
  return [...cards.filter(card => card.sector === sector), ...cards.filter(card => card.sector !== sector)]
}
