import { openThread, outcomeOf, sendParts } from '../../platform/threads.ts'
import type { FaqContent } from './answering/content.ts'

export type ToLearningThread = { faqs: readonly FaqContent[] } | { learn: true }

/** Learns from questions' wordings in a thread, so that nobody who is served meanwhile waits; the signal ends it. */
export function learnInThread(faqs: readonly FaqContent[], signal: AbortSignal): Promise<Uint8Array> {
  const worker = openThread({ folder: import.meta.dirname, name: 'learning-thread' })
  return outcomeOf<Uint8Array, Uint8Array>(worker, {
    signal, cut: 'The learning was cut short.',
    async tell() {
      await sendParts(worker, faqs, (part): ToLearningThread => ({ faqs: part }))
      worker.postMessage({ learn: true } satisfies ToLearningThread)
    },
    hear: (learnt, { resolve }) => resolve(learnt),
  })
}
