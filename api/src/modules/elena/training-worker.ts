import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { apiFolder } from '../../platform/api-folder.ts'
import type { EvaluationReport } from './evaluation/report.ts'
import type { TrainingSet } from './model.ts'

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

const MOST_MEMORY_MB = 2048

// The sources run as they are; the bundle has the thread as a program of its own beside it.
const thread = import.meta.filename.endsWith('.ts')
  ? path.join(import.meta.dirname, 'training-thread.ts') : path.join(apiFolder, 'dist/training-thread.js')

type Message = { share: number } | { learnt: Learnt } | { refused: string }

/** Trains and measures in a thread, so that whoever is served meanwhile does not wait. */
export function learnInThread(set: TrainingSet, { onProgress, signal }: LearningOptions): Promise<Learnt> {
  const { promise, resolve, reject } = Promise.withResolvers<Learnt>()
  const worker = new Worker(thread, { workerData: set, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } })
  const end = () => {
    reject(new Error('The training was cut short.'))
    void worker.terminate()
  }
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  worker.on('message', (message: Message) => {
    if ('share' in message) onProgress(message.share)
    else if ('learnt' in message) resolve(message.learnt)
    else reject(new UnfitForTraining(message.refused))
  })
  worker.on('error', error => reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new UnfitForTraining('There is more to learn than fits into memory.') : error))
  worker.on('exit', code => reject(new Error(`The thread ended with ${code}.`)))
  return promise.finally(() => signal.removeEventListener('abort', end))
}
