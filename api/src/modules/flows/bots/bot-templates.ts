import type { BotFile, Language } from '@botpro/graphql/flows'

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
}

/** Those of the tenant's sector first, each group in the order of the catalogue. */
export function templatesFor(templates: BotTemplates, sector: string): BotTemplateCard[] {
  const cards = templates.list()
  return [...cards.filter(card => card.sector === sector), ...cards.filter(card => card.sector !== sector)]
}
