import {
  FeatureSpace, learnSoftmax, pack, softmax, spaceOf, sparseOf, sparseScores, textKeys, TextReader, unpack, type Language, type SparseVector,
  type SparseWeights,
} from '../../language/index.ts'
import type { FaqPair, PairJudge } from './faq-index.ts'

const epochs = 40
const rate = 3
const leftOut = 0.2
// Very many wordings need fewer rounds, and nobody waits for them all.
const mostSteps = 100_000
/** Weights while learning, four bytes each. */
const mostWeights = 50_000_000
const mostKept = 400_000
const rarestTried = 4

interface Header { ids: string[], strangeness: number }

/** A classifier whose classes are the pairs: each one's wordings are its examples. */
export class PairClassifier {
  /** The pairs that it knows, in ascending order of their ids. */
  readonly ids: readonly string[]
  private readonly space: FeatureSpace
  private readonly weights: SparseWeights
  private readonly reader = new TextReader()

  constructor(ids: readonly string[], space: FeatureSpace, weights: SparseWeights) {
    this.ids = ids
    this.space = space
    this.weights = weights
  }

  /** How probable (0–1) it is of each pair, in the order of `ids`, that a question asks for it. */
  probabilities(question: string, language: Language): Float32Array {
    const scores = new Float32Array(this.ids.length)
    sparseScores(this.weights, this.space.vector(this.reader.read(question, language, word => word)), scores)
    softmax(scores)
    return scores
  }

  /** As bytes, for `read`. */
  write(): Uint8Array {
    const { space, weights } = this
    const { keys, rarity, strangeness } = space
    return pack<Header>({ header: { ids: [...this.ids], strangeness }, arrays: { keys, rarity, ...weights } })
  }

  /** Throws a TypeError where the bytes are something else. */
  static read(bytes: Uint8Array): PairClassifier {
    const { header, arrays } = unpack<Header>(bytes)
    const { keys, rarity, ...weights } = arrays
    const space = new FeatureSpace(keys as Uint32Array, rarity as Float32Array, header.strangeness)
    return new PairClassifier(header.ids, space, weights as unknown as SparseWeights)
  }
}

/**
 * Learns to tell pairs apart by their wordings; the same from the same pairs, whatever their order. Nothing where there are
 * not two, or so many that it would take more than a thread may. Seconds of one core.
 */
export function learnPairs(pairs: readonly FaqPair[], language: Language): PairClassifier | undefined {
  const sorted = pairs.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const wordings = sorted.flatMap(({ question, wordings: others }, label) =>
    [question, ...others.toSorted()].map(text => ({ label, keys: textKeys(text, language) })))
  const space = sorted.length > 1 ? fittingSpace(wordings.map(({ keys }) => keys), sorted.length) : undefined
  if (!space) return undefined
  const examples = wordings.map(({ label, keys }) => ({ label, weight: 1, vector: copied(space.vector(keys)) }))
  const size = { features: space.size, classes: sorted.length }
  const dense = learnSoftmax(examples, size, { epochs: Math.min(epochs, Math.ceil(mostSteps / examples.length)), rate, leftOut, seed: 1 })
  return new PairClassifier(sorted.map(({ id }) => id), space, sparseOf(dense, space.rarity, mostKept))
}

/** With all features where that fits into memory, else without the rarest. */
function fittingSpace(texts: ReturnType<typeof textKeys>[], classes: number): FeatureSpace | undefined {
  for (let least = 1; least <= rarestTried; least++) {
    const space = spaceOf(texts, least)
    if (space.size * classes <= mostWeights) return space
  }
  return undefined
}

const copied = ({ features, values }: SparseVector): SparseVector => ({ features: features.slice(), values: values.slice() })

/** What a classifier says of these pairs, in their order. Nothing unless it knows just these: what it never met would never win. */
export function judgeOf(pairs: readonly FaqPair[], classifier: PairClassifier | undefined): PairJudge {
  const places = new Map(classifier?.ids.map((id, at) => [id, at]))
  if (!classifier || places.size !== pairs.length || !pairs.every(({ id }) => places.has(id))) return () => undefined
  const classes = Uint32Array.from(pairs, ({ id }) => places.get(id)!)
  return (question, language) => {
    const probabilities = classifier.probabilities(question, language)
    return Float32Array.from(classes, at => probabilities[at]!)
  }
}
