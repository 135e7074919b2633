import { parentPort } from 'node:worker_threads'
import { learnFrom, writeLearnt, type PairsToLearn } from './answering/learnt.ts'
import type { ToLearningThread } from './learning-worker.ts'

// What runs in a thread of its own: see learning-worker.ts.
const pairs: PairsToLearn = { es: [], en: [] }

parentPort!.on('message', (message: ToLearningThread) => {
  if ('faqs' in message) {
    for (const faq of message.faqs) pairs[faq.language].push(faq)
    return
  }
  parentPort!.postMessage(writeLearnt(learnFrom(pairs)))
  parentPort!.close()
})
