import { KeyTable } from '../../language/index.ts'

/** How BM25 weighs: `saturation` (k1) says how soon repeating a term stops to help, `lengthShare` (b) how much length counts. */
export interface Weighing { saturation: number, lengthShare: number }

const mostCounted = 255

/** Which documents are done with; forgets them all at once. */
export class Marks {
  private stamps = new Uint32Array(0)
  private stamp = 0

  /** Forgets what was marked, among so many documents. */
  clear(size: number): void {
    if (this.stamps.length < size || this.stamp === 0xffffffff) {
      this.stamps = new Uint32Array(size)
      this.stamp = 0
    }
    this.stamp++
  }

  /** Whether the document was not marked yet. It is then. */
  mark(document: number): boolean {
    const isNew = this.stamps[document] !== this.stamp
    this.stamps[document] = this.stamp
    return isNew
  }
}

/**
 * The terms of documents, as 32-bit keys, with where they occur; scores by BM25 (Robertson and Zaragoza 2009). Documents
 * are numbered as they are added. Five bytes a posting; adding after searching costs one copy of the whole.
 */
export class TermIndex {
  private readonly weighing: Weighing
  private table = new KeyTable(1024)
  private starts = new Uint32Array(1)
  private documents = new Uint32Array(0)
  private counts = new Uint8Array(0)
  private readonly lengths: number[] = []
  private norms = new Float32Array(0)
  private added = new PostingLog()
  /** Of each term, the place after that of its latest posting in `added`. */
  private places = new Uint32Array(1024)

  constructor(weighing: Weighing) {
    this.weighing = weighing
  }

  /** How many documents there are. */
  get size(): number {
    return this.lengths.length
  }

  /** Adds the next document with its terms, repeated as they repeat. */
  add(keys: ArrayLike<number>): void {
    const document = this.lengths.push(keys.length) - 1
    const { added } = this
    const from = added.size
    for (let at = 0; at < keys.length; at++) {
      const term = this.numberOf(keys[at]!)
      const place = this.places[term]!
      // Places of earlier documents lie before this one's first, so nothing has to be cleared.
      if (place > from) added.countAgain(place - 1)
      else this.places[term] = added.push(term, document)
    }
  }

  private numberOf(key: number): number {
    if (this.table.size === this.table.keys.length) this.grow()
    return this.table.add(key)
  }

  private grow(): void {
    const table = new KeyTable(this.table.keys.length * 2)
    for (const key of this.table.keys) table.add(key)
    this.table = table
    const places = new Uint32Array(table.keys.length)
    places.set(this.places)
    this.places = places
  }

  /** Sorts in what was added. Searching does it too; to call it after the last `add` keeps the first search fast. */
  settle(): void {
    if (this.norms.length === this.size) return
    this.merge()
    const { saturation, lengthShare } = this.weighing
    const mean = this.lengths.reduce((sum, length) => sum + length, 0) / this.size || 1
    this.norms = Float32Array.from(this.lengths, length => saturation * (1 - lengthShare + lengthShare * length / mean))
  }

  private merge(): void {
    const { added, starts: before } = this
    const starts = new Uint32Array(this.table.size + 1)
    for (let at = 0; at < added.size; at++) starts[added.terms[at]! + 1]!++
    for (let term = 0; term + 1 < before.length; term++) starts[term + 1]! += before[term + 1]! - before[term]!
    for (let term = 1; term < starts.length; term++) starts[term]! += starts[term - 1]!
    const documents = new Uint32Array(starts.at(-1)!)
    const counts = new Uint8Array(documents.length)
    const ends = starts.slice()
    for (let term = 0; term + 1 < before.length; term++) {
      documents.set(this.documents.subarray(before[term], before[term + 1]), ends[term])
      counts.set(this.counts.subarray(before[term], before[term + 1]), ends[term])
      ends[term]! += before[term + 1]! - before[term]!
    }
    for (let at = 0; at < added.size; at++) {
      const to = ends[added.terms[at]!]!++
      documents[to] = added.documents[at]!
      counts[to] = added.counts[at]!
    }
    Object.assign(this, { starts, documents, counts, added: new PostingLog() })
    this.places.fill(0)
  }

  /** How rare a term is: the natural logarithm of one document in how many has it, roughly; the most for a term not met. */
  rarity(key: number): number {
    this.settle()
    const holders = this.holders(this.table.find(key))
    return Math.log(1 + (this.size - holders + 0.5) / (holders + 0.5))
  }

  private holders(term: number): number {
    return term < 0 ? 0 : this.starts[term + 1]! - this.starts[term]!
  }

  /** Adds to each document's score (by number) what it earns for the terms, times the weight. Each term should come once. */
  addScores(keys: Iterable<number>, weight: number, scores: Float32Array): void {
    this.settle()
    for (const key of keys) this.addScore(key, weight, scores)
  }

  private addScore(key: number, weight: number, scores: Float32Array): void {
    const term = this.table.find(key)
    if (term < 0) return
    const worth = weight * this.rarity(key) * (this.weighing.saturation + 1)
    const { documents, counts, norms } = this
    for (let at = this.starts[term]!, end = this.starts[term + 1]!; at < end; at++) {
      const document = documents[at]!
      const count = counts[at]!
      scores[document]! += worth * count / (count + norms[document]!)
    }
  }

  /** As `addScores` for one term, in those documents alone that no earlier call has marked; marks them. */
  addScoreOnce(key: number, weight: number, scores: Float32Array, marks: Marks): void {
    this.settle()
    const term = this.table.find(key)
    const worth = weight * this.rarity(key) * (this.weighing.saturation + 1)
    const { documents, counts, norms } = this
    for (let at = this.starts[term]!, end = this.starts[term + 1]!; at < end; at++) {
      const document = documents[at]!
      if (marks.mark(document)) scores[document]! += worth * counts[at]! / (counts[at]! + norms[document]!)
    }
  }

  /** The numbers of the documents that have the term, ascending. A view: not to be written to. */
  documentsWith(key: number): Uint32Array {
    this.settle()
    const term = this.table.find(key)
    return term < 0 ? this.documents.subarray(0, 0) : this.documents.subarray(this.starts[term], this.starts[term + 1])
  }

  /** Whether a document has the term. */
  has(key: number, document: number): boolean {
    const documents = this.documentsWith(key)
    let from = 0
    for (let to = documents.length; from < to;) {
      const middle = (from + to) >>> 1
      if (documents[middle]! < document) from = middle + 1
      else to = middle
    }
    return documents[from] === document
  }
}

/** Postings as they come, in arrays that double. */
class PostingLog {
  terms = new Uint32Array(1024)
  documents = new Uint32Array(1024)
  counts = new Uint8Array(1024)
  size = 0

  /** Adds a posting that counts one, and tells how many there are then. */
  push(term: number, document: number): number {
    if (this.size === this.terms.length) this.grow()
    this.terms[this.size] = term
    this.documents[this.size] = document
    this.counts[this.size] = 1
    return ++this.size
  }

  countAgain(at: number): void {
    if (this.counts[at]! < mostCounted) this.counts[at]!++
  }

  private grow(): void {
    const { terms, documents, counts } = this
    this.terms = new Uint32Array(terms.length * 2)
    this.documents = new Uint32Array(terms.length * 2)
    this.counts = new Uint8Array(terms.length * 2)
    this.terms.set(terms)
    this.documents.set(documents)
    this.counts.set(counts)
  }
}
