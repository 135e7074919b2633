import { isOutOfMemory, outcomeOf, sendParts } from '../../platform/threads.ts'
import type { EvaluationReport } from './evaluation/report.ts'
import type { TrainingExample, TrainingSet } from './model.ts'
import { openThread } from './threads.ts'

export interface Learnt {
  report: EvaluationReport
  content: Uint8Array
  /** Of training alone, without what measuring took. */
  seconds: number
}

/** The set itself is why nothing can be learnt; its message may be shown. */
export class UnfitForTraining extends Error {}

export interface LearningOptions {
  /** Told the share of the work done (0–1). */
  onProgress: (share: number) => void
  /** Ends the thread. */
  signal: AbortSignal
}

/** The examples in parts, and then the rest, which says that all is there. */
export type ToThread = { examples: readonly TrainingExample[] } | { entities: TrainingSet['entities'] }
type FromThread = { share: number } | { learnt: Learnt } | { refused: string }

/** Trains and measures in a thread, so that whoever is served meanwhile does not wait. */
export function learnInThread({ examples, entities }: TrainingSet, { onProgress, signal }: LearningOptions): Promise<Learnt> {
  const worker = openThread('training-thread')
  const post = (message: ToThread) => worker.postMessage(message)
  return outcomeOf<FromThread, Learnt>(worker, {
    signal, cut: 'The training was cut short.',
    async tell() {
      await sendParts(worker, examples, (part): ToThread => ({ examples: part }))
      post({ entities })
    },
    hear(message, { resolve, reject }) {
      if ('share' in message) onProgress(message.share)
      else if ('learnt' in message) resolve(message.learnt)
      else reject(new UnfitForTraining(message.refused))
    },
  }).catch(error => {
    throw isOutOfMemory(error) ? new UnfitForTraining('There is more to learn than fits into memory.') : error
  })
}
