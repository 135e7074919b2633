import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemSpanish } from './spanish-stem.ts'

/** A language that ELENA understands. A further one is a further line here, and its lexicon and recognisers. */
export type Language = 'es' | 'en'

export const languages: readonly Language[] = ['es', 'en']

const stemmers: Record<Language, (word: string) => string> = { es: stemSpanish, en: stemEnglish }

// Words repeat; a stem costs about a microsecond, a look-up a twentieth of it.
const known: Record<Language, Map<string, string>> = { es: new Map(), en: new Map() }
const mostKnown = 50_000

/** The stem of a folded word (see `fold`): forms of one word share it. */
export function stem(word: string, language: Language): string {
  const stems = known[language]
  const found = stems.get(word)
  if (found !== undefined) return found
  const made = /^\p{L}{3,40}$/u.test(word) ? stemmers[language](word) : word
  if (stems.size >= mostKnown) stems.clear()
  stems.set(word, made)
  return made
}
