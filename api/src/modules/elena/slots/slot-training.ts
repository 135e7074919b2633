import { KeyTable, type Language } from '../../language/index.ts'
import { Gazetteer, gazetteerWords, type GazetteerWords, type TypedSpan } from './gazetteer.ts'
import { emptyChain } from './label-chain.ts'
import { intentKeys, surroundingKeys, wordKeys, type SpanHint } from './slot-keys.ts'
import { SlotLabeller } from './slot-labeller.ts'
import { learnSlots, type LearningText, type SlotWeights } from './slot-learner.ts'
import type { LabelWeights } from './slot-model.ts'
import { readMarks, type MarkedPieces, type MarkedText, type MarkProblem } from './slot-mark.ts'

export interface SlotTrainingOptions {
  language: Language
  /** Same examples and same seed, same model. */
  seed?: number
  /** What recognisers find in a text; a text to be labelled has to come with the same (see `SlotContext.hints`). */
  hintsOf?: (text: string) => readonly SpanHint[]
  /** Told after each round, with the share of the work done (0–1). */
  onProgress?: (share: number) => void
}

export interface TrainedSlots { labeller: SlotLabeller, problems: MarkProblem[] }

/** Found by cross-validation; hiding the intent too would cost half a point of F1 and bring three where none is given. */
const settings = { rate: 0.03, wordHidden: 0.4, intentHidden: 0 }
/** Weights below this are next to nothing (of 38 entities four in five are), and cost room and time. */
const leastWeight = 0.03
const examplesToSee = 16_000

/** Of few examples each must be seen more often: 40 rounds for 400 and less, 8 for 2,000 and more. */
const roundsFor = (examples: number) => Math.min(Math.max(Math.round(examplesToSee / examples), 8), 40)

interface Read extends MarkedPieces { words: GazetteerWords, typed: TypedSpan[] }

/**
 * Learns the slots of marked examples. The order of the examples changes nothing, bit for bit; marks that cannot be
 * meant are left out and told. Without any mark the labeller finds nothing.
 */
export function trainSlots(examples: readonly MarkedText[], options: SlotTrainingOptions): TrainedSlots {
  const problems: MarkProblem[] = []
  const read = examples.map((example, at) => readMarks(example, options.language, (mark, reason) => problems.push({ example: at, mark, reason })))
  const entities = [...new Set(read.flatMap(each => each.spans.map(span => span.entity)))].sort()
  const texts = read.sort(canonically).map(each => ({
    ...each,
    words: gazetteerWords(each.pieces),
    typed: each.spans.map(span => ({ first: span.first, last: span.last, type: entities.indexOf(span.entity) })),
  }))
  const gazetteer = Gazetteer.of(entities.length > 0 ? texts.map(({ words, typed }) => ({ words, spans: typed })) : [])
  const model = { language: options.language, entities, gazetteer }
  if (entities.length === 0) return { labeller: new SlotLabeller({ ...model, labels: noLabels(), chain: emptyChain(0) }), problems }
  const { keys, learning } = featuresOf(texts, gazetteer, options)
  const { rate, wordHidden, intentHidden } = settings
  const weights = learnSlots(learning, { features: keys.length, types: entities.length }, { epochs: roundsFor(texts.length), rate, wordHidden, intentHidden, seed: options.seed ?? 1, ...options.onProgress && { onProgress: options.onProgress } })
  return { labeller: new SlotLabeller({ ...model, labels: compact(keys, weights), chain: weights.chain }), problems }
}

const noLabels = (): LabelWeights =>
  ({ keys: new Uint32Array(), starts: new Uint32Array(1), labels: new Uint16Array(), weights: new Int8Array(), unit: 1 })

const compare = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0

function canonically(a: MarkedPieces, b: MarkedPieces): number {
  return compare(a.text, b.text) || compare(a.intent ?? '', b.intent ?? '') || compare(JSON.stringify(a.spans), JSON.stringify(b.spans))
}

function featuresOf(texts: readonly Read[], gazetteer: Gazetteer, { language, hintsOf }: SlotTrainingOptions): { keys: Uint32Array, learning: LearningText[] } {
  const keyed = texts.map(({ text, pieces, words, typed, intent }) => {
    const each = { pieces, words, language, hints: hintsOf?.(text) ?? [] }
    const around = surroundingKeys(each)
    gazetteer.addKeys(words, around, typed)
    const wanted = intent === undefined ? [] : intentKeys(each, intent)
    const word = wordKeys(each)
    return { spans: typed, pieces: around.map((keys, at) => [keys, wanted[at] ?? [], word[at]!] as const) }
  })
  const table = new KeyTable(keyed.flatMap(({ pieces }) => pieces.flat()).reduce((sum, keys) => sum + keys.length, 0))
  const number = (keys: readonly number[]) => Uint32Array.from(keys, key => table.add(key))
  const learning = keyed.map(({ pieces, spans }) =>
    ({ spans, pieces: pieces.map(([around, wanted, word]) => [number(around), number(wanted), number(word)] as const) }))
  return { keys: table.keys.slice(0, table.size), learning }
}

/** The weights that matter, in steps of one 127th of the largest; features in the order of their keys. */
function compact(keys: Uint32Array, { weights, stride }: SlotWeights): LabelWeights {
  let most = 0
  for (let at = 0; at < weights.length; at++) most = Math.max(most, Math.abs(weights[at]!))
  const unit = Math.fround(Math.max(most, 1e-6) / 127)
  const least = Math.max(leastWeight, unit / 2)
  const kept: number[] = []
  const starts = [0]
  const labels: number[] = []
  const values: number[] = []
  for (const feature of Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!)) {
    for (let label = 0; label < stride; label++) {
      const weight = weights[feature * stride + label]!
      if (Math.abs(weight) < least) continue
      labels.push(label)
      values.push(Math.round(weight / unit))
    }
    if (labels.length === starts[starts.length - 1]) continue
    kept.push(keys[feature]!)
    starts.push(labels.length)
  }
  return { keys: Uint32Array.from(kept), starts: Uint32Array.from(starts), labels: Uint16Array.from(labels), weights: Int8Array.from(values), unit }
}
