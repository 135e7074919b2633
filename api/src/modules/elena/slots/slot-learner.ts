import { seededRandom, shuffle } from '../../../platform/random.ts'
import { kernelOver } from '../../language/index.ts'
import { AllPaths } from './all-paths.ts'
import { emptyChain, labelsOf, likelyTypes, type ChainWeights, type LabelledSpan, type Scores } from './label-chain.ts'
import { columnCount, roleColumn, shareColumns, typeColumn } from './label-columns.ts'

/** Features of a piece by number: of what stands around it, of its intent and of its own word. */
export type LearningPiece = readonly [around: Uint32Array, intent: Uint32Array, word: Uint32Array]

/** A text to learn from. */
export interface LearningText { pieces: readonly LearningPiece[], spans: readonly LabelledSpan[] }

export interface SlotLearningOptions {
  epochs: number
  /** The first step; steps fall to nothing in a straight line. */
  rate: number
  /** How often (0–1) a piece's word is hidden, so that what stands around it is learnt too. */
  wordHidden: number
  /** How often a text's intent is hidden, so that the model is of use without. */
  intentHidden: number
  seed: number
  /** Told after each epoch, with the share of the work done (0–1). */
  onProgress?: (share: number) => void
}

/** Weights of features for label columns, `weights[feature * stride + column]`, and of labels side by side. */
export interface SlotWeights { weights: Float32Array, stride: number, chain: ChainWeights }

const pageBytes = 65_536
const lanes = 16
const leastGradient = 1e-3
// More types than this never compete for one text in earnest.
const learningTypes = 12

/** A linear-chain conditional random field by stochastic gradient descent. Deterministic for a seed and an order of texts. */
export function learnSlots(texts: readonly LearningText[], size: { features: number, types: number }, options: SlotLearningOptions): SlotWeights {
  const learner = new SlotLearner(texts, size, options)
  const order = Uint32Array.from(texts.keys())
  const steps = options.epochs * texts.length
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, learner.random)
    for (let at = 0; at < order.length; at++) learner.learn(order[at]!, options.rate * (1 - (epoch * texts.length + at) / steps))
    options.onProgress?.((epoch + 1) / options.epochs)
  }
  return learner.result()
}

/** Features of a part of a piece: where they begin in the memory (bytes), and how many. */
interface Run { start: number, count: number }

/** Features and weights in one memory that the kernel works on; all offsets in bytes. */
class SlotLearner {
  readonly random: () => number
  private readonly texts: readonly LearningText[]
  private readonly size: { features: number, types: number }
  private readonly options: SlotLearningOptions
  private readonly stride: number
  private readonly rowBytes: number
  private readonly kernel: ReturnType<typeof kernelOver>
  private readonly memory: WebAssembly.Memory
  private readonly at: { weights: number, features: number, ones: number, scores: number, step: number }
  private readonly runs: Run[][][] = []
  private readonly labels: Int32Array[]
  private readonly rows: Float32Array
  private readonly step: Float32Array
  private readonly chain: ChainWeights
  private readonly paths = new AllPaths()

  constructor(texts: readonly LearningText[], size: { features: number, types: number }, options: SlotLearningOptions) {
    this.texts = texts
    this.size = size
    this.options = options
    this.random = seededRandom(options.seed)
    this.stride = Math.ceil(columnCount(size.types) / lanes) * lanes
    this.rowBytes = this.stride * 4
    this.chain = emptyChain(size.types)
    this.labels = texts.map(text => labelsOf(text.spans, text.pieces.length))
    const parts = texts.flatMap(text => text.pieces.flat())
    const entries = parts.reduce((sum, part) => sum + part.length, 0)
    const most = parts.reduce((max, part) => Math.max(max, part.length), 1)
    const longest = texts.reduce((max, text) => Math.max(max, text.pieces.length), 1)
    // The first row of the memory stays empty: it is the bias that the kernel starts from.
    const weights = this.rowBytes
    const features = weights + size.features * this.rowBytes
    const ones = features + entries * 4
    const scores = ones + most * 4
    const step = scores + longest * this.rowBytes
    this.at = { weights, features, ones, scores, step }
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((step + this.rowBytes) / pageBytes) })
    this.kernel = kernelOver(this.memory)
    this.floats(ones, most).fill(1)
    this.rows = this.floats(scores, longest * this.stride)
    this.step = this.floats(step, this.stride)
    this.copyFeatures(entries)
  }

  private floats(start: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, start, length)
  }

  private copyFeatures(entries: number): void {
    const features = new Uint32Array(this.memory.buffer, this.at.features, entries)
    let end = 0
    for (const text of this.texts) {
      this.runs.push(text.pieces.map(piece => piece.map(part => {
        features.set(part, end)
        end += part.length
        return { start: this.at.features + (end - part.length) * 4, count: part.length }
      })))
    }
  }

  learn(text: number, rate: number): void {
    const { pieces, spans } = this.texts[text]!
    if (pieces.length === 0) return
    const intentHidden = this.random() < this.options.intentHidden
    const shown = this.runs[text]!.map(([around, intent, word]) =>
      [around!, ...intentHidden ? [] : [intent!], ...this.random() < this.options.wordHidden ? [] : [word!]])
    shown.forEach((runs, at) => this.score(runs, this.at.scores + at * this.rowBytes))
    const scores: Scores = { rows: this.rows, stride: this.stride, pieces: pieces.length }
    shareColumns(scores, this.size.types)
    const meant = [...new Set(spans.map(span => span.type))]
    this.paths.sum(scores, this.chain, likelyTypes(scores, this.size.types, learningTypes, meant))
    shown.forEach((runs, at) => this.moveFeatures(runs, at, this.labels[text]![at]!, rate))
    this.moveChain(this.labels[text]!, rate)
  }

  private score(runs: readonly Run[], row: number): void {
    runs.forEach(({ start, count }, at) =>
      this.kernel.score(start, this.at.ones, count, this.at.weights, at === 0 ? 0 : row, this.rowBytes, row))
  }

  private moveFeatures(runs: readonly Run[], at: number, label: number, rate: number): void {
    const { step, paths } = this
    const { types } = this.size
    let moves = false
    for (let state = 0; state < paths.states; state++) {
      const type = state === 0 ? -1 : paths.types[state - 1 >> 2]!
      const each = state === 0 ? 0 : 1 + type * 4 + (state - 1 & 3)
      const gradient = (each === label ? 1 : 0) - paths.probability(at, state)
      if (Math.abs(gradient) < leastGradient) continue
      if (!moves) step.fill(0)
      moves = true
      step[each] = rate * gradient
      if (state === 0) continue
      step[typeColumn(types, type)]! += rate * gradient
      step[roleColumn(types, state - 1 & 3)]! += rate * gradient
    }
    if (!moves) return
    for (const { start, count } of runs) this.kernel.move(start, this.at.ones, count, this.at.weights, this.at.step, this.rowBytes)
  }

  private moveChain(labels: Int32Array, rate: number): void {
    const { chain, paths } = this
    for (let place = 0; place < paths.places; place++) {
      const full = place === 0 ? 0 : paths.types[place - 1]! + 1
      chain.start[full]! -= rate * paths.started(place)
      chain.end[full]! -= rate * paths.ended(place)
      for (let at = 1; at < labels.length; at++) {
        if (paths.present(at - 1, place)) this.moveSteps(at, place, full, rate)
      }
    }
    chain.start[placeOfLabel(labels[0]!)]! += rate
    chain.end[placeOfLabel(labels[labels.length - 1]!)]! += rate
    for (let at = 1; at < labels.length; at++) this.favour(labels[at - 1]!, labels[at]!, rate)
  }

  private moveSteps(at: number, left: number, full: number, rate: number): void {
    const { chain, paths } = this
    for (let right = 0; right < paths.places; right++) {
      const to = right === 0 ? 0 : paths.types[right - 1]! + 1
      chain.between[full * chain.places + to]! -= rate * paths.began(at, left, right)
    }
    if (left === 0) return
    for (let step = 0; step < 4; step++) chain.within[full * 4 + step]! -= rate * paths.inside(at, left, step)
  }

  /** Makes the step that was marked more likely. */
  private favour(before: number, label: number, rate: number): void {
    const role = label === 0 ? -1 : label - 1 & 3
    const place = placeOfLabel(label)
    if (role === 1 || role === 2) this.chain.within[place * 4 + (before - 1 & 3) + (role === 2 ? 2 : 0)]! += rate
    else this.chain.between[placeOfLabel(before) * this.chain.places + place]! += rate
  }

  result(): SlotWeights {
    return { weights: this.floats(this.at.weights, this.size.features * this.stride), stride: this.stride, chain: this.chain }
  }
}

const placeOfLabel = (label: number): number => label === 0 ? 0 : 1 + (label - 1 >> 2)
