import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { apiFolder } from '../../../platform/api-folder.ts'
import { languages, stem, type Language } from '../language.ts'
import { tokenise } from '../tokens.ts'

/**
 * What words mean, in our own words: concepts with the words and phrases that people use for them in each language.
 * The files beside this one hold them, a concept a line, under headings that group what is related.
 */

interface Phrase { concepts?: number[], next?: Map<string, Phrase> }

let knownStems: Record<Language, Set<string>> | undefined

/** Whether a folded word, in any of its forms, is part of a phrase of the lexicon: then it is a word and no slip. */
export function isInLexicon(word: string, language: Language): boolean {
  lexicon ??= readLexicon()
  knownStems ??= { es: stemsIn(lexicon.es), en: stemsIn(lexicon.en) }
  return knownStems[language].has(stem(word, language))
}

function stemsIn(phrases: Phrases, stems = new Set<string>()): Set<string> {
  for (const [each, { next }] of phrases) {
    stems.add(each)
    if (next) stemsIn(next, stems)
  }
  return stems
}

/** Phrases of a language by their stems. */
type Phrases = Map<string, Phrase>

let lexicon: Record<Language, Phrases> | undefined

// People put them in or leave them out: "stop that payment", "stop payment".
const determiners: Record<Language, ReadonlySet<string>> = {
  es: stemSet('el la los las un una unos unas mi mis tu tus su sus este esta ese esa', 'es'),
  en: stemSet('the a an my your this that these those some', 'en'),
}

function stemSet(words: string, language: Language): ReadonlySet<string> {
  return new Set(words.split(' ').map(word => stem(word, language)))
}

/**
 * The concepts, as numbers that are the same in every language, which a text's stems name, and the groups of these
 * concepts; repeated as they repeat.
 */
export function conceptsOf(stems: readonly string[], language: Language): number[] {
  lexicon ??= readLexicon()
  const telling = stems.filter(each => !determiners[language].has(each))
  const found: number[] = []
  for (let from = 0; from < telling.length; from++) collectFrom(telling, from, lexicon[language], found)
  return found
}

function collectFrom(stems: readonly string[], from: number, phrases: Phrases, found: number[]): void {
  let next: Phrases | undefined = phrases
  for (let at = from; next && at < stems.length; at++) {
    const phrase = next.get(stems[at]!)
    if (phrase?.concepts) found.push(...phrase.concepts)
    next = phrase?.next
  }
}

function readLexicon(): Record<Language, Phrases> {
  const folder = join(apiFolder, 'src/modules/language/lexicon')
  const files = readdirSync(folder).filter(file => file.endsWith('.txt')).sort()
  return parseLexicon(files.map(file => readFileSync(join(folder, file), 'utf8')).join('\n'))
}

/**
 * Reads `# Group` and `concept | en: word, two words | es: palabra` lines; see the files. A concept that stands in two
 * places is one concept. Throws on any other line.
 */
export function parseLexicon(text: string): Record<Language, Phrases> {
  const parsed = { es: new Map(), en: new Map() } satisfies Record<Language, Phrases>
  const concepts = new Map<string, number>()
  let group = 0
  for (const line of text.split('\n').map(each => each.trim()).filter(Boolean)) {
    if (line.startsWith('#')) {
      group--
      continue
    }
    const [name = '', ...parts] = line.split('|').map(part => part.trim())
    if (!concepts.has(name)) concepts.set(name, concepts.size + 1)
    addConcept(parsed, parts, [concepts.get(name)!, group])
  }
  return parsed
}

function addConcept(lexicon: Record<Language, Phrases>, parts: readonly string[], numbers: number[]): void {
  for (const part of parts) {
    const language = languages.find(each => part.startsWith(`${each}:`))
    if (!language) throw new Error(`Neither es: nor en: ${part}`)
    for (const entry of part.slice(3).split(',')) addPhrase(lexicon[language], stemsOf(entry, language), numbers)
  }
}

function stemsOf(entry: string, language: Language): string[] {
  const stems = tokenise(entry).map(token => stem(token.word, language))
  const telling = stems.filter(each => !determiners[language].has(each))
  return telling.length > 0 ? telling : stems
}

function addPhrase(phrases: Phrases, stems: string[], numbers: number[]): void {
  let at = phrases
  stems.forEach((each, index) => {
    let phrase = at.get(each)
    if (!phrase) at.set(each, phrase = {})
    if (index === stems.length - 1) phrase.concepts = [...new Set([...phrase.concepts ?? [], ...numbers])]
    else at = phrase.next ??= new Map()
  })
}
