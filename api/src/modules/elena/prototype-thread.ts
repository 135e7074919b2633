import { parentPort } from 'node:worker_threads'
import { trainElena } from './engine.ts'
import type { FromPrototypeThread, ToPrototypeThread } from './prototype-worker.ts'

// What runs in a thread of its own: see prototype-worker.ts.
const tell = (message: FromPrototypeThread) => parentPort!.postMessage(message)

parentPort!.on('message', ({ id, set }: ToPrototypeThread) => {
  try {
    tell({ id, content: trainElena(set).write() })
  } catch (error) {
    tell({ id, error: String(error) })
  }
})
