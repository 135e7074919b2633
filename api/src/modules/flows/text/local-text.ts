import type { Language, LocalText } from '@botpro/graphql/flows'

/** What is said in a language; where it is missing, what the bot's first language that has it says. */
export function localText(text: LocalText | undefined, language: Language, languages: readonly Language[]): string {
  for (const one of [language, ...languages]) if (text?.[one]?.trim()) return text[one]
  return ''
}
