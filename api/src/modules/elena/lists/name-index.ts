import { hashPair, hashText, KeyTable, type Language, stem } from '../../language/index.ts'
import { isConnector, mostWords, wordsOf } from './listed-name.ts'
import { NearWords } from './near-words.ts'

const root = 0
const mostNear = 4
const mostJoined = 3
const shortestJoined = 5
const wordStart = 0x6a09e667
const stemStart = 0xbb67ae85
const joinedStart = 0xa54ff53a

/**
 * Names as a tree of the stems of their words, with all words filed for near matches. It proposes names; whether a text
 * really says one is for `scoreOf` to decide, so that two stems with one hash do no harm.
 */
export class NameIndex {
  private readonly language: Language
  private readonly words: KeyTable
  private readonly stems: KeyTable
  private readonly stemOfWord: Uint32Array
  private readonly near: NearWords
  private readonly vocabulary: readonly string[]
  private readonly starts: Uint32Array
  private readonly wordAt: Uint32Array
  private readonly branches: KeyTable
  private readonly joined: KeyTable
  private readonly atNode: Chain
  private readonly atJoined: Chain

  /** The names of `texts`, numbered in their order; those without words or of more than twelve are to be left out before. */
  constructor(texts: readonly string[], language: Language) {
    this.language = language
    const names = texts.map(wordsOf)
    const numbers = new Map<string, number>()
    for (const word of names.flat()) if (!numbers.has(word)) numbers.set(word, numbers.size)
    this.vocabulary = [...numbers.keys()]
    this.wordAt = Uint32Array.from(names.flat(), word => numbers.get(word)!)
    this.starts = startsOf(names)
    this.words = KeyTable.of(Uint32Array.from(this.vocabulary, word => hashText(word, wordStart)))
    this.stems = new KeyTable(this.vocabulary.length)
    this.stemOfWord = Uint32Array.from(this.vocabulary, word => this.stems.add(stemKey(word, language)))
    this.near = new NearWords(this.vocabulary)
    const most = this.wordAt.length * 2
    this.branches = new KeyTable(most)
    this.joined = new KeyTable(names.length)
    this.atNode = new Chain(most + 1, names.length * 2)
    this.atJoined = new Chain(names.length, names.length)
    names.forEach((words, number) => this.plant(words, number))
  }

  /** The folded words of a name. */
  wordsOf(name: number): string[] {
    const words: string[] = []
    for (let at = this.starts[name]!; at < this.starts[name + 1]!; at++) words.push(this.vocabulary[this.wordAt[at]!]!)
    return words
  }

  private plant(words: readonly string[], number: number): void {
    this.plantPath(words, number)
    const bare = words.filter(word => !isConnector(word, this.language))
    if (bare.length > 1 && bare.length < words.length) this.plantPath(bare, number)
    const whole = words.join('')
    if (words.length <= mostJoined && whole.length >= shortestJoined) this.atJoined.put(this.joined.add(hashText(whole, joinedStart)), number)
  }

  private plantPath(words: readonly string[], number: number): void {
    let node = root
    for (const word of words) node = 1 + this.branches.add(hashPair(node, this.stems.find(stemKey(word, this.language))))
    this.atNode.put(node, number)
  }

  /** Tells `use` of each name that may stand in the words of a text from `from` on, with the number of words it takes. */
  propose(words: readonly string[], from: number, stemsAt: (at: number) => readonly number[], use: (name: number, length: number) => void): void {
    this.walk(words, from, from, root, stemsAt, use)
    let hash = joinedStart
    for (let length = 1; length <= mostJoined && from + length <= words.length; length++) {
      hash = hashText(words[from + length - 1]!, hash)
      const node = this.joined.find(hash)
      if (node >= 0) this.atJoined.each(node, name => use(name, length))
    }
  }

  private walk(words: readonly string[], from: number, at: number, node: number, stemsAt: (at: number) => readonly number[], use: (name: number, length: number) => void): void {
    if (at === words.length || at - from > 2 * mostWords) return
    for (const each of stemsAt(at)) {
      const branch = this.branches.find(hashPair(node, each))
      if (branch < 0) continue
      this.atNode.each(branch + 1, name => use(name, at - from + 1))
      this.walk(words, from, at + 1, branch + 1, stemsAt, use)
    }
    if (node !== root && isConnector(words[at]!, this.language)) this.walk(words, from, at + 1, node, stemsAt, use)
  }

  /** The numbers of the stems that a word of a text may stand for, its own first. `isKnown` tells words that are no typos. */
  stemsFor(word: string, isKnown?: (word: string) => boolean): number[] {
    const own = this.stems.find(stemKey(word, this.language))
    const stems = own < 0 ? [] : [own]
    if (this.words.find(hashText(word, wordStart)) >= 0 || isKnown?.(word)) return stems
    for (const { word: near } of this.near.near(word)) {
      const each = this.stemOfWord[near]!
      if (!stems.includes(each)) stems.push(each)
      if (stems.length === mostNear) break
    }
    return stems
  }
}

function startsOf(names: readonly (readonly string[])[]): Uint32Array {
  const starts = new Uint32Array(names.length + 1)
  names.forEach((words, name) => {
    starts[name + 1] = starts[name]! + words.length
  })
  return starts
}

const stemKey = (word: string, language: Language) => hashText(stem(word, language), stemStart)

/** Lists of numbers, one for each node, as links in typed arrays. */
class Chain {
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly values: Uint32Array
  private size = 0

  constructor(nodes: number, entries: number) {
    this.heads = new Int32Array(nodes).fill(-1)
    this.next = new Int32Array(entries)
    this.values = new Uint32Array(entries)
  }

  put(node: number, value: number): void {
    this.values[this.size] = value
    this.next[this.size] = this.heads[node]!
    this.heads[node] = this.size++
  }

  each(node: number, use: (value: number) => void): void {
    for (let entry = this.heads[node]!; entry >= 0; entry = this.next[entry]!) use(this.values[entry]!)
  }
}
