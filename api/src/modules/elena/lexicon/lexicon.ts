import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { apiFolder } from '../../../platform/api-folder.ts'
import { languages, stem, type Language } from '../language/language.ts'
import { tokenise } from '../language/tokens.ts'

/**
 * What words mean, in our own words: concepts with the words and phrases that people use for them in each language.
 * The files beside this one hold them, a concept a line, under headings that group what is related.
 */

interface Phrase { concepts?: number[], next?: Map<string, Phrase> }

/** Phrases of a language by their stems. */
type Phrases = Map<string, Phrase>

const longestPhrase = 4

let lexicon: Record<Language, Phrases> | undefined

/**
 * The concepts, as numbers that are the same in every language, which a text's stems name, and the groups of these
 * concepts; repeated as they repeat.
 */
export function conceptsOf(stems: readonly string[], language: Language): number[] {
  lexicon ??= readLexicon()
  const found: number[] = []
  for (let from = 0; from < stems.length; from++) collectFrom(stems, from, lexicon[language], found)
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
  const folder = join(apiFolder, 'src/modules/elena/lexicon')
  const files = readdirSync(folder).filter(file => file.endsWith('.txt')).sort()
  return parseLexicon(files.map(file => readFileSync(join(folder, file), 'utf8')).join('\n'))
}

/** Reads `# Group` and `concept | en: word, two words | es: palabra` lines; see the files. Throws on any other line. */
export function parseLexicon(text: string): Record<Language, Phrases> {
  const parsed = { es: new Map(), en: new Map() } satisfies Record<Language, Phrases>
  let group = 0
  let concept = 0
  for (const line of text.split('\n').map(each => each.trim()).filter(Boolean)) {
    if (line.startsWith('#')) group--
    else addConcept(parsed, line, [++concept, group])
  }
  return parsed
}

function addConcept(lexicon: Record<Language, Phrases>, line: string, numbers: number[]): void {
  const [name, ...parts] = line.split('|').map(part => part.trim())
  if (!name || parts.length === 0) throw new Error(`Not a concept: ${line}`)
  for (const part of parts) {
    const language = languages.find(each => part.startsWith(`${each}:`))
    if (!language) throw new Error(`Neither es: nor en: ${line}`)
    for (const entry of part.slice(3).split(',')) addPhrase(lexicon[language], stemsOf(entry, language), numbers)
  }
}

const stemsOf = (entry: string, language: Language) => tokenise(entry).map(token => stem(token.word, language))

function addPhrase(phrases: Phrases, stems: string[], numbers: number[]): void {
  if (stems.length === 0 || stems.length > longestPhrase + 2) return
  let at = phrases
  stems.forEach((each, index) => {
    let phrase = at.get(each)
    if (!phrase) at.set(each, phrase = {})
    if (index === stems.length - 1) phrase.concepts = [...new Set([...phrase.concepts ?? [], ...numbers])]
    else at = phrase.next ??= new Map()
  })
}
