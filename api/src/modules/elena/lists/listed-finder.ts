import { fold, type Language, type Token, tokensOf } from '../../language/index.ts'
import { hasTellingSign, isConnector, mostWords, wordScore, wordsOf, type ListedEntity, type ListProblem } from './listed-name.ts'
import { NameIndex } from './name-index.ts'

/** A listed value found in a text: UTF-16 offsets (end exclusive), the value meant, the words said, and how surely (0–1, 1 to the letter). */
export interface FoundValue { start: number, end: number, entity: string, value: string, text: string, score: number }

export interface FindOptions {
  /** Matches that score less are left out (0–1). Unless told: 0.75, a typo in five letters. */
  least?: number
  /** Whether a folded word is surely what its writer meant, hence no typo of a name. */
  isKnown?: (word: string) => boolean
}

interface Match { name: number, start: number, end: number, score: number }

const leastScore = 0.75
const otherConnectors = 0.95
const joinedOtherwise = 0.95

/**
 * Finds the values of closed lists in texts, however they are accented, written large or small, in singular or plural,
 * joined or apart, and with a typo or two. What it costs depends on the text, hardly on how long the lists are.
 */
export class ListedFinder {
  /** Names that could not be filed. */
  readonly problems: readonly ListProblem[]
  private readonly language: Language
  private readonly lists: readonly ListedEntity[]
  private readonly names: string[] = []
  private readonly listOf: Uint32Array
  private readonly valueAt: Uint32Array
  private readonly signed: Uint8Array
  private readonly index: NameIndex

  constructor(lists: readonly ListedEntity[], language: Language) {
    const problems: ListProblem[] = []
    const listOf: number[] = []
    const valueOf: number[] = []
    lists.forEach(({ entity, values }, list) => values.forEach(({ value, synonyms = [] }, number) => {
      for (const name of new Set([value, ...synonyms])) {
        const words = wordsOf(name).length
        if (words === 0 || words > mostWords) {
          problems.push({ entity, value, name, reason: words === 0 ? 'no words' : 'too long' })
          continue
        }
        this.names.push(name)
        listOf.push(list)
        valueOf.push(number)
      }
    }))
    this.problems = problems
    this.language = language
    this.lists = lists
    this.listOf = Uint32Array.from(listOf)
    this.valueAt = Uint32Array.from(valueOf)
    this.signed = Uint8Array.from(this.names, name => Number(hasTellingSign(name)))
    this.index = new NameIndex(this.names, language)
  }

  /** The values in a text, in the order in which they stand: the longest match wins; equals of several entities are all told. */
  findListed(text: string, { least = leastScore, isKnown }: FindOptions = {}): FoundValue[] {
    const folded = fold(text)
    const tokens = tokensOf(folded)
    const words = tokens.map(token => token.word)
    const stems: number[][] = []
    const stemsAt = (at: number) => stems[at] ??= this.index.stemsFor(words[at]!, isKnown)
    const matches: Match[] = []
    for (let from = 0; from < words.length; from++) {
      this.index.propose(words, from, stemsAt, (name, length) => {
        const match = this.matchOf(name, tokens, from, length, folded)
        if (match && match.score >= least) matches.push(match)
      })
    }
    return this.longest(matches).map(({ name, start, end, score }) => {
      const list = this.lists[this.listOf[name]!]!
      return { start, end, entity: list.entity, value: list.values[this.valueAt[name]!]!.value, text: text.slice(start, end), score }
    })
  }

  private matchOf(name: number, tokens: readonly Token[], from: number, length: number, folded: string): Match | undefined {
    const { start } = tokens[from]!
    const { end } = tokens[from + length - 1]!
    if (this.signed[name]) return toTheLetter(name, fold(this.names[name]!), folded, start, end)
    const said = tokens.slice(from, from + length).map(token => token.word)
    const score = this.scoreOf(this.index.wordsOf(name), said)
    return score > 0 ? { name, start, end, score } : undefined
  }

  /** How surely the words said are the words meant (0–1). */
  private scoreOf(meant: readonly string[], said: readonly string[]): number {
    if (meant.length !== said.length && meant.join('') === said.join('')) return joinedOtherwise
    if (meant.length === said.length) return this.wordsScore(meant, said)
    const bare = (words: readonly string[]) => words.filter(word => !isConnector(word, this.language))
    return otherConnectors * this.wordsScore(bare(meant), bare(said))
  }

  private wordsScore(meant: readonly string[], said: readonly string[]): number {
    if (meant.length !== said.length) return 0
    let sum = 0
    let letters = 0
    for (let at = 0; at < meant.length; at++) {
      const score = wordScore(said[at]!, meant[at]!, this.language)
      if (score === 0) return 0
      sum += score * meant[at]!.length
      letters += meant[at]!.length
    }
    return letters > 0 ? sum / letters : 0
  }

  private longest(matches: Match[]): Match[] {
    matches.sort((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score || a.start - b.start || a.name - b.name)
    const chosen: Match[] = []
    for (const match of matches) if (chosen.every(other => this.standBeside(match, other))) chosen.push(match)
    return chosen.sort((a, b) => a.start - b.start || a.name - b.name)
  }

  private standBeside(match: Match, chosen: Match): boolean {
    if (match.end <= chosen.start || match.start >= chosen.end) return true
    const equal = match.start === chosen.start && match.end === chosen.end && match.score === chosen.score
    return equal && this.listOf[match.name] !== this.listOf[chosen.name]
  }
}

/** A name with signs that tell it from another stands there exactly, signs included, or not at all. */
function toTheLetter(name: number, written: string, folded: string, start: number, end: number): Match | undefined {
  for (let from = start; from >= 0 && from > start - 4; from--) {
    const to = from + written.length
    if (to >= end && folded.startsWith(written, from)) return { name, start: from, end: to, score: 1 }
  }
  return undefined
}
