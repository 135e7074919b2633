import { setImmediate as breath } from 'node:timers/promises'
import { openThread } from '../../platform/threads.ts'
import type { FaqContent } from './answering/content.ts'

export type ToLearningThread = { faqs: readonly FaqContent[] } | { learn: true }

const PART = 250

/** Learns from questions' wordings in a thread, so that nobody who is served meanwhile waits; the signal ends it. */
export async function learnInThread(faqs: readonly FaqContent[], signal: AbortSignal): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const worker = openThread({ folder: import.meta.dirname, name: 'learning-thread' })
  const end = () => {
    reject(new Error('The learning was cut short.'))
    void worker.terminate()
  }
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  worker.on('message', resolve)
  worker.on('error', reject)
  worker.on('exit', code => reject(new Error(`The thread ended with ${code}.`)))
  const send = (message: ToLearningThread) => worker.postMessage(message)
  for (let from = 0; from < faqs.length; from += PART) {
    send({ faqs: faqs.slice(from, from + PART) })
    await breath()
  }
  send({ learn: true })
  return promise.finally(() => signal.removeEventListener('abort', end))
}
