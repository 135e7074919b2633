import { type Day, type DayAt, localOf } from './calendar.ts'
import type { NumberAt } from './numeral.ts'
import type { Lexicon } from './phrase.ts'
import type { Kind, RecogniseOptions, Values } from './recognised.ts'
import { type Token, tokensOf } from './token.ts'

/** Something that could be meant, before overlaps are resolved. `first` and `end` count tokens. */
export interface Candidate {
  kind: Kind
  first: number
  end: number
  /** Called only for the winners. Undefined where the value turns out not to exist. */
  value: () => Values[Kind] | undefined
  confidence: number
}

/**
 * One text being read: its tokens, what was found, and how many looks at a token it took. Every rule looks at a
 * bounded number of tokens from where it starts, so the steps grow with the length of the text and no faster.
 */
export class Reading {
  readonly text: string
  readonly options: RecogniseOptions
  readonly tokens: readonly Token[]
  readonly candidates: Candidate[] = []
  readonly days: (DayAt | null | undefined)[] = []
  readonly numbers: (NumberAt | null | undefined)[] = []
  /** Telephone numbers still worth a look; each costs more than all else. */
  phonesLeft = 64
  /** No address on the web begins before this token, since one already found covers it. */
  urlEnd = 0
  steps = 0
  #local: { day: Day; minute: number } | undefined

  constructor(text: string, options: RecogniseOptions) {
    this.text = text
    this.options = options
    this.tokens = tokensOf(text)
    this.steps = text.length
  }

  at(index: number): Token | undefined {
    this.steps++
    return this.tokens[index]
  }

  /** The token's folded text; empty beyond the ends. */
  word(index: number): string {
    return this.at(index)?.fold ?? ''
  }

  /** What was written, accents and capitals included. */
  raw(index: number): string {
    const token = this.at(index)
    return token ? this.text.slice(token.start, token.end) : ''
  }

  isDigits(index: number, length?: number): boolean {
    const token = this.at(index)
    return token?.type === 'digits' && (length === undefined || token.fold.length === length)
  }

  /** Whether nothing separates the token from the one before it. */
  glued(index: number): boolean {
    const token = this.at(index)
    return token !== undefined && index > 0 && !token.apart
  }

  /** Which of the phrases stands here, and where it ends. */
  listed<T>(index: number, list: Lexicon<T>): { end: number; value: T } | undefined {
    const entries = list.get(this.word(index))
    if (!entries) return undefined
    for (const { tail, value } of entries) {
      let at = 0
      while (at < tail.length && this.word(index + 1 + at) === tail[at]) at++
      if (at === tail.length) return { end: index + 1 + at, value }
    }
    return undefined
  }

  /** The end of whichever phrase stands here, or the index itself when none does. */
  skip(index: number, list: Lexicon<unknown>): number {
    return this.listed(index, list)?.end ?? index
  }

  has(index: number, list: Lexicon<unknown>): boolean {
    return this.skip(index, list) > index
  }

  /** Adds what a rule found. Of a longer and a shorter reading by the same rule both may be told. */
  add<K extends Kind>(kind: K, first: number, end: number, value: () => Values[K] | undefined, confidence = 1): void {
    this.candidates.push({ kind, first, end, value, confidence })
  }

  get spanish(): boolean {
    return this.options.language === 'es'
  }

  /** The civil day on which `now` falls in the zone. */
  get today(): Day {
    return this.local.day
  }

  /** Minutes since midnight at `now` in the zone. */
  get minute(): number {
    return this.local.minute
  }

  private get local(): { day: Day; minute: number } {
    return (this.#local ??= localOf(this.options.now, this.options.zone))
  }
}
