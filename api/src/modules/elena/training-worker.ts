import { setImmediate as breath } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
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
export function learnInThread(set: TrainingSet, { onProgress, signal }: LearningOptions): Promise<Learnt> {
  const { promise, resolve, reject } = Promise.withResolvers<Learnt>()
  const worker = openThread('training-thread')
  const end = () => {
    reject(new Error('The training was cut short.'))
    void worker.terminate()
  }
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  worker.on('message', (message: FromThread) => {
    if ('share' in message) onProgress(message.share)
    else if ('learnt' in message) resolve(message.learnt)
    else reject(new UnfitForTraining(message.refused))
  })
  worker.on('error', error => reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new UnfitForTraining('There is more to learn than fits into memory.') : error))
  worker.on('exit', code => reject(new Error(`The thread ended with ${code}.`)))
  send(worker, set).catch(reject)
  return promise.finally(() => signal.removeEventListener('abort', end))
}

const SENT_AT_ONCE = 500

/** In parts: what goes to a thread is copied, and copying tens of thousands of phrases takes a while. */
async function send(worker: Worker, { examples, entities }: TrainingSet): Promise<void> {
  const post = (message: ToThread) => worker.postMessage(message)
  for (let from = 0; from < examples.length; from += SENT_AT_ONCE) {
    post({ examples: examples.slice(from, from + SENT_AT_ONCE) })
    await breath()
  }
  post({ entities })
}
