import { spaceOf, type SparseVector } from '../src/modules/elena/classifier/feature-space.ts'
import { denseScores, learnSoftmax, softmax } from '../src/modules/elena/classifier/softmax-regression.ts'
import { textKeys } from '../src/modules/elena/classifier/text-keys.ts'
import type { Language } from '../src/modules/language/index.ts'
import type { FaqPair, PairJudge } from '../src/modules/knowledge/retrieval/faq-index.ts'

const epochs = 40
const rate = 2
// Very many wordings need fewer rounds, and nobody waits for them all.
const mostSteps = 100_000

/** ELENA's classifier as a judge of question-and-answer pairs: each pair is a class, its wordings are the examples. */
export function learnJudge(pairs: readonly FaqPair[], language: Language): PairJudge {
  const wordings = pairs.flatMap(({ question, wordings }, label) => [question, ...wordings].map(text => ({ label, keys: textKeys(text, language) })))
  const space = spaceOf(wordings.map(({ keys }) => keys), 1)
  const examples = wordings.map(({ label, keys }) => ({ label, weight: 1, vector: copied(space.vector(keys)) }))
  const size = { features: space.size, classes: pairs.length }
  const model = learnSoftmax(examples, size, { epochs: Math.min(epochs, Math.ceil(mostSteps / examples.length)), rate, seed: 1 })
  const scores = new Float32Array(pairs.length)
  return question => {
    denseScores(model, space.vector(textKeys(question, language)), scores)
    softmax(scores)
    return scores
  }
}

const copied = ({ features, values }: SparseVector): SparseVector => ({ features: features.slice(), values: values.slice() })
