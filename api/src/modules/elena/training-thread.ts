import { parentPort, workerData } from 'node:worker_threads'
import { trainElena } from './engine.ts'
import { evaluateTrainingSet } from './evaluation/evaluate.ts'
import type { TrainingSet } from './model.ts'
import type { Learnt } from './training-worker.ts'

// What runs in a thread of its own: see training-worker.ts.
const shareOfEvaluation = 0.8
const set = workerData as TrainingSet
const tell = (share: number) => parentPort!.postMessage({ share })

try {
  const report = evaluateTrainingSet(set, { onProgress: share => tell(share * shareOfEvaluation) })
  const started = performance.now()
  const model = trainElena(set, { onProgress: share => tell(shareOfEvaluation + share * (1 - shareOfEvaluation)) })
  const seconds = (performance.now() - started) / 1000
  parentPort!.postMessage({ learnt: { report, seconds, content: model.write() } satisfies Learnt })
} catch (error) {
  // A set that teaches nothing is no fault of ours, and trying again would not help.
  if (!(error instanceof RangeError)) throw error
  parentPort!.postMessage({ refused: error.message })
}
