import { AllPaths } from './all-paths.ts'
import { bestSpans } from './best-path.ts'
import { gazetteerWords } from './gazetteer.ts'
import { KeyPlaces } from './key-places.ts'
import { likelyTypes, type Scores } from './label-chain.ts'
import { columnCount, shareColumns } from './label-columns.ts'
import { piecesOf } from './piece.ts'
import { readSlots, writeSlots } from './slot-store.ts'
import type { SlotModel } from './slot-model.ts'
import { intentKeys, surroundingKeys, wordKeys, type KeyedText, type SpanHint } from './slot-keys.ts'

/** A slot found in a text: UTF-16 offsets (end exclusive), the words, and how probable this very span of this entity is (0–1). */
export interface Slot { start: number, end: number, entity: string, text: string, confidence: number }

/** How probable an intent of a text is (0–1). */
export interface ProbableIntent { intent: string, share: number }

/** What else is known of a text. */
export interface SlotContext {
  intents?: readonly ProbableIntent[]
  hints?: readonly SpanHint[]
}

// Learning from few examples makes shy: this much less for "outside" finds as much as is right to find.
const courage = 0.5
const labellingTypes = 8
const leastShare = 0.05
// Shares of an intent are told in 64ths.
const whole = 64
const mostPieces = 2000

/** Finds in a text the slots that it has learnt from marked examples (see `trainSlots`). Not to be used by two calls at once. */
export class SlotLabeller {
  readonly model: SlotModel
  private readonly table: KeyPlaces
  private readonly paths = new AllPaths()
  private sums = new Int32Array(0)
  private rows = new Float32Array(0)

  constructor(model: SlotModel) {
    this.model = model
    this.table = new KeyPlaces(model.labels.keys)
  }

  /** A labeller from the bytes of `write`. Throws an Error for any others. */
  static read(bytes: Uint8Array): SlotLabeller {
    return new SlotLabeller(readSlots(bytes))
  }

  /** The labeller as bytes; it labels alike, bit for bit, when it is read again. */
  write(): Uint8Array {
    return writeSlots(this.model)
  }

  /** The slots of a text in their order, none of them overlapping. Of an endless text only the first 2,000 pieces are read. */
  labelSlots(text: string, { intents = [], hints = [] }: SlotContext = {}): Slot[] {
    const { entities, language, chain } = this.model
    if (entities.length === 0) return []
    const pieces = piecesOf(text, language).slice(0, mostPieces)
    if (pieces.length === 0) return []
    const scores = this.scoresOf({ pieces, words: gazetteerWords(pieces), language, hints }, intents)
    const types = likelyTypes(scores, entities.length, labellingTypes)
    const spans = bestSpans(scores, chain, types)
    if (spans.length > 0) this.paths.sum(scores, chain, types)
    return spans.map(span => {
      const { start } = pieces[span.first]!
      const { end } = pieces[span.last]!
      return { start, end, entity: entities[span.type]!, text: text.slice(start, end), confidence: this.paths.confidence(span) }
    })
  }

  private scoresOf(text: KeyedText, intents: readonly ProbableIntent[]): Scores {
    const types = this.model.entities.length
    const stride = columnCount(types)
    const { length } = text.pieces
    this.clear(length * stride)
    const around = surroundingKeys(text)
    this.model.gazetteer.addKeys(text.words, around)
    this.add(around, stride, whole)
    this.add(wordKeys(text), stride, whole)
    for (const { intent, share } of intents) if (share >= leastShare) this.add(intentKeys(text, intent), stride, Math.round(share * whole))
    const unit = this.model.labels.unit / whole
    for (let at = 0; at < length * stride; at++) this.rows[at] = this.sums[at]! * unit
    for (let at = 0; at < length; at++) this.rows[at * stride]! -= courage
    const scores = { rows: this.rows, stride, pieces: length }
    shareColumns(scores, types)
    return scores
  }

  private clear(length: number): void {
    if (this.sums.length < length) {
      this.sums = new Int32Array(length * 2)
      this.rows = new Float32Array(length * 2)
    } else this.sums.fill(0, 0, length)
  }

  /** Adds the weights of keys, `times` each, to what their pieces' columns have. In whole numbers, which is faster. */
  private add(keys: readonly number[][], stride: number, times: number): void {
    const { starts, labels, weights } = this.model.labels
    const { sums, table } = this
    for (let at = 0; at < keys.length; at++) {
      const row = at * stride
      for (const key of keys[at]!) {
        const feature = table.find(key)
        if (feature < 0) continue
        const end = starts[feature + 1]!
        for (let entry = starts[feature]!; entry < end; entry++) sums[row + labels[entry]!]! += Math.imul(weights[entry]!, times)
      }
    }
  }
}
