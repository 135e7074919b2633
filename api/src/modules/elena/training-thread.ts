import { parentPort } from 'node:worker_threads'
import { trainElena } from './engine.ts'
import { evaluateTrainingSet } from './evaluation/evaluate.ts'
import type { TrainingExample, TrainingSet } from './model.ts'
import type { Learnt, ToThread } from './training-worker.ts'

// What runs in a thread of its own: see training-worker.ts.
const shareOfEvaluation = 0.8
const examples: TrainingExample[] = []
const tell = (share: number) => parentPort!.postMessage({ share })

parentPort!.on('message', (message: ToThread) => {
  if ('examples' in message) return void examples.push(...message.examples)
  parentPort!.postMessage(outcomeOf({ examples, entities: message.entities }))
  parentPort!.close()
})

function outcomeOf(set: TrainingSet): { learnt: Learnt } | { refused: string } {
  try {
    return { learnt: learn(set) }
  } catch (error) {
    // A set that teaches nothing is no fault of ours, and trying again would not help.
    if (error instanceof RangeError) return { refused: error.message }
    throw error
  }
}

function learn(set: TrainingSet): Learnt {
  const report = evaluateTrainingSet(set, { onProgress: share => tell(share * shareOfEvaluation) })
  const started = performance.now()
  const model = trainElena(set, { onProgress: share => tell(shareOfEvaluation + share * (1 - shareOfEvaluation)) })
  const seconds = (performance.now() - started) / 1000
  return { report, seconds, content: model.write() }
}
