import { hashOn, KeyTable } from '../../language/index.ts'
import { editDistance } from './edit-distance.ts'

/** A word of the index by its number, and by how many edits another differs from it. */
export interface NearWord { word: number, distance: number }

/** Shorter words are never taken for a typo of another: too many are words of their own. */
export const shortestRepaired = 5
const twoEditsFrom = 9
const longestHalf = 20
const starts = { whole: 0x3c6ef372, before: 0x510e527f, after: 0x1f83d9ab }

/** How many typos a word of a name may have and still be meant: none up to four letters, one up to eight, two in longer ones. */
export const editsAllowed = (length: number): number => length < shortestRepaired ? 0 : length < twoEditsFrom ? 1 : 2

/**
 * Finds words that differ by a typo or two without comparing with each. Two words that differ by one edit share a form
 * with one letter left out; of two that differ by two, the halves of one side differ by at most one. So short words
 * are filed under these forms whole, long ones under the forms of their halves: some ten numbers a word.
 */
export class NearWords {
  private readonly words: readonly string[]
  private readonly table: KeyTable
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly filed: Uint32Array
  private readonly seenAt: Uint32Array
  private readonly letters: Uint32Array
  private search = 0
  private wanted = 0

  /** `words` are folded and differ from each other; numbers and mixed words are never near another. */
  constructor(words: readonly string[]) {
    this.words = words
    const entries = words.reduce((sum, word) => sum + (isIndexed(word) ? formsOf(word).length : 0), 0)
    this.table = new KeyTable(entries)
    this.heads = new Int32Array(entries).fill(-1)
    this.next = new Int32Array(entries)
    this.filed = new Uint32Array(entries)
    this.seenAt = new Uint32Array(words.length)
    this.letters = Uint32Array.from(words, lettersOf)
    let entry = 0
    words.forEach((word, number) => {
      if (isIndexed(word)) for (const form of formsOf(word)) this.file(form, number, entry++)
    })
  }

  private file(form: number, word: number, entry: number): void {
    const head = this.table.add(form)
    this.filed[entry] = word
    this.next[entry] = this.heads[head]!
    this.heads[head] = entry
  }

  /** The words that `word`, of five letters at least, may be meant for, the nearest first, then in the order of the index. */
  near(word: string): NearWord[] {
    const found: NearWord[] = []
    if (word.length < shortestRepaired || !lettersOnly.test(word)) return found
    this.search++
    this.wanted = lettersOf(word)
    if (word.length <= twoEditsFrom) eachForm(word, 0, word.length, starts.whole, form => this.collect(form, word, found))
    if (word.length >= twoEditsFrom - 2) this.collectByHalves(word, found)
    return found.sort((a, b) => a.distance - b.distance || a.word - b.word)
  }

  private collectByHalves(word: string, found: NearWord[]): void {
    const { length } = word
    const collect = (form: number) => this.collect(form, word, found)
    const least = Math.max((length - 2 >> 1) - 1, 1)
    const most = Math.min((length + 2 >> 1) + 1, length)
    for (let half = least; half <= most; half++) eachForm(word, 0, half, starts.before, collect)
    for (let half = least; half <= most + 1 && half <= length; half++) eachForm(word, length - half, length, starts.after, collect)
  }

  private collect(form: number, word: string, found: NearWord[]): void {
    const head = this.table.find(form)
    if (head < 0) return
    for (let entry = this.heads[head]!; entry >= 0; entry = this.next[entry]!) {
      const candidate = this.filed[entry]!
      if (this.seenAt[candidate] === this.search) continue
      this.seenAt[candidate] = this.search
      const other = this.words[candidate]!
      const allowed = editsAllowed(other.length)
      const letters = this.letters[candidate]!
      if (bits(letters & ~this.wanted) > allowed || bits(this.wanted & ~letters) > allowed) continue
      const distance = editDistance(word, other, allowed)
      if (distance <= allowed) found.push({ word: candidate, distance })
    }
  }
}

/** Which letters a word has, a bit each (some share one): each edit brings at most one new and takes at most one away. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters >>> 0
}

function bits(number: number): number {
  let count = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) count++
  return count
}

const lettersOnly = /^\p{L}+$/u
const isIndexed = (word: string) => word.length >= shortestRepaired && word.length <= 2 * longestHalf && lettersOnly.test(word)

function formsOf(word: string): number[] {
  const forms: number[] = []
  const add = (form: number) => {
    forms.push(form)
  }
  const half = word.length >> 1
  if (word.length < twoEditsFrom) eachForm(word, 0, word.length, starts.whole, add)
  else {
    eachForm(word, 0, half, starts.before, add)
    eachForm(word, half, word.length, starts.after, add)
  }
  return forms
}

/** The part of a word as it is, and with each of its letters left out. */
function eachForm(word: string, from: number, to: number, start: number, use: (form: number) => void): void {
  for (let without = from - 1; without < to; without++) {
    // Of two equal neighbours either left out gives the same form.
    if (without > from && word.charCodeAt(without) === word.charCodeAt(without - 1)) continue
    let form = start
    for (let at = from; at < to; at++) if (at !== without) form = hashOn(form, word.charCodeAt(at))
    use(form)
  }
}
