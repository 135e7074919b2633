import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { parseExchange } from './exchange/exchange.ts'
import type { FileToParse, FromExchangeThread } from './exchange-worker.ts'

// What runs in a thread of its own: see exchange-worker.ts.
const EXAMPLES_AT_ONCE = 500
const { content, ...options } = workerData as FileToParse
const tell = (message: FromExchangeThread) => parentPort!.postMessage(message)

const { set, places, problems } = parseExchange(content, options)
for (let from = 0; from < set.examples.length; from += EXAMPLES_AT_ONCE) {
  const to = from + EXAMPLES_AT_ONCE
  tell({ examples: set.examples.slice(from, to), places: places.slice(from, to) })
  // Parts that pile up would be taken in one go, and keep others waiting.
  await once(parentPort!, 'message')
}
tell({ entities: set.entities ?? [], problems })
