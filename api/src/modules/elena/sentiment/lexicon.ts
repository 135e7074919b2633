import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiFolder } from '../../../platform/api-folder.ts'
import { type Language, stem, tokenise } from '../../language/index.ts'

/** What a word or phrase does: how it feels (-4 to 4), how pressing it is (-2 to 3), or what it does to others. */
export interface WordSense {
  valence?: number
  urgency?: number
  /** Turns what follows round. */
  negates?: boolean
  /** What the next word's feeling is multiplied by. */
  factor?: number
  /** What was said before counts less than what comes. */
  turns?: boolean
  /** Opens a request or a question. */
  asks?: boolean
}

interface Node { sense?: WordSense, next?: Map<string, Node> }

export type SenseLexicon = ReadonlyMap<string, Node>

const read: Partial<Record<Language, SenseLexicon>> = {}

/** The words of a language, read once from `valence.<language>.txt`. */
export const senseLexicon = (language: Language): SenseLexicon =>
  read[language] ??= parseSenses(readFileSync(sentimentFile(`valence.${language}.txt`), 'utf8'), language)

export const sentimentFile = (name: string): string => join(apiFolder, 'src/modules/elena/sentiment', name)

/** Reads lines `what: word, two words`; see the files. Throws on a line of another kind. */
export function parseSenses(text: string, language: Language): SenseLexicon {
  const lexicon = new Map<string, Node>()
  for (const line of text.split('\n').filter(each => each.trim() && !each.startsWith('#'))) {
    const [, name = '', entries = ''] = /^([^:]+):(.*)$/.exec(line) ?? []
    const sense = senseOf(name.trim())
    for (const entry of entries.split(',')) add(lexicon, keysOf(entry.trim(), language), sense)
  }
  return lexicon
}

/** The stems of an entry; of one that begins with `=` the word itself, which then stands for no other form. */
function keysOf(entry: string, language: Language): string[] {
  const words = tokenise(entry).map(({ word }) => word)
  return entry.startsWith('=') ? [`=${words[0]}`] : words.map(word => stem(word, language))
}

function senseOf(name: string): WordSense {
  const [kind = '', amount] = name.split(' ')
  if (/^-?\d$/.test(kind)) return { valence: Number(kind) }
  if (kind === 'urgent') return { urgency: Number(amount) }
  if (kind === 'calm') return { urgency: -Number(amount) }
  if (kind === 'more' || kind === 'less') return { factor: Number(amount) }
  if (kind === 'not') return { negates: true }
  if (kind === 'but') return { turns: true }
  if (kind === 'wish') return { asks: true }
  throw new Error(`No kind of word: ${name}`)
}

function add(lexicon: Map<string, Node>, stems: readonly string[], sense: WordSense): void {
  let at = lexicon
  stems.forEach((each, index) => {
    let node = at.get(each)
    if (!node) at.set(each, node = {})
    if (index === stems.length - 1) node.sense = merged(node.sense, sense)
    else at = node.next ??= new Map()
  })
}

/** Of two feelings that forms of one stem have, the stronger. */
function merged(one: WordSense = {}, other: WordSense): WordSense {
  const stronger = Math.abs(other.valence ?? 0) > Math.abs(one.valence ?? 0) ? other.valence : one.valence ?? other.valence
  const urgency = Math.abs(other.urgency ?? 0) > Math.abs(one.urgency ?? 0) ? other.urgency : one.urgency
  return { ...one, ...other, ...stronger !== undefined && { valence: stronger }, ...urgency !== undefined && { urgency } }
}

/** The longest phrase that begins at a word: what it does, and of how many words it is. */
export function senseAt(lexicon: SenseLexicon, words: readonly string[], stems: readonly string[], from: number): { sense: WordSense, length: number } | undefined {
  const longest = phraseAt(lexicon, stems, from)
  if (longest && longest.length > 1) return { ...longest, sense: completed(longest, lexicon, words, stems, from) }
  const own = lexicon.get(`=${words[from]}`)?.sense
  return own ? { sense: own, length: 1 } : longest
}

/** A phrase that says how pressing it is says what its words say of feelings, and the other way round. */
function completed({ sense, length }: { sense: WordSense, length: number }, lexicon: SenseLexicon, words: readonly string[], stems: readonly string[], from: number): WordSense {
  if (sense.valence !== undefined && sense.urgency !== undefined || sense.asks || sense.urgency !== undefined && sense.urgency < 0) return sense
  let all = sense
  for (let at = from; at < from + length; at++) {
    const { valence, urgency } = lexicon.get(`=${words[at]}`)?.sense ?? lexicon.get(stems[at]!)?.sense ?? {}
    if (sense.valence === undefined && valence !== undefined) all = merged(all, { valence })
    if (sense.urgency === undefined && urgency !== undefined && urgency > 1) all = merged(all, { urgency })
  }
  return all
}

function phraseAt(lexicon: SenseLexicon, stems: readonly string[], from: number): { sense: WordSense, length: number } | undefined {
  let found: { sense: WordSense, length: number } | undefined
  let next: ReadonlyMap<string, Node> | undefined = lexicon
  for (let at = from; next && at < stems.length; at++) {
    const node: Node | undefined = next.get(stems[at]!)
    if (node?.sense) found = { sense: node.sense, length: at - from + 1 }
    next = node?.next
  }
  return found
}

const superlative = /(?:qu|c|u)?isim[oa]s?$/

/** What a Spanish superlative does that the lexicon does not have ("contentísima"): as its adjective, and half as much again. */
export function superlativeSense(lexicon: SenseLexicon, word: string): WordSense | undefined {
  const ending = superlative.exec(word)
  if (!ending || ending.index < 3) return undefined
  const root = word.slice(0, word.length - ending[0].length)
  const base = /^qu/.test(ending[0]) ? `${root}co` : /^[cu]is/.test(ending[0]) ? `${root}${ending[0][0]}o` : `${root}o`
  const sense = lexicon.get(stem(base, 'es'))?.sense
  return sense?.valence === undefined ? undefined : { ...sense, valence: sense.valence * 1.5 }
}
