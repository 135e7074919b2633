import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { isOutOfMemory, openThread } from '../../../platform/threads.ts'
import type { DocumentToRead, ReadDocument } from './read-document.ts'
import { ReadingProblem, type KnowledgeProblem } from './reading-problem.ts'

export type FromReadingThread = { document: ReadDocument } | { problem: KnowledgeProblem }

export interface DocumentReaderOptions {
  patienceMs?: number
  mostMemoryMb?: number
}

const PATIENCE_MS = 60_000
const MOST_MEMORY_MB = 768
const LOOK_MS = 200

/** Reads documents one after the other in a thread, so that nobody who is served meanwhile waits, and that none takes all memory or for ever. */
export class DocumentReader implements Disposable {
  readonly #options: Required<DocumentReaderOptions>
  #thread: Worker | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor({ patienceMs = PATIENCE_MS, mostMemoryMb = MOST_MEMORY_MB }: DocumentReaderOptions = {}) {
    this.#options = { patienceMs, mostMemoryMb }
  }

  /** Throws a ReadingProblem for what brings no passages. */
  read(document: DocumentToRead): Promise<ReadDocument> {
    const reading = this.#last.then(() => this.#inThread(document))
    this.#last = reading.catch(() => {})
    return reading
  }

  [Symbol.dispose](): void {
    void this.#thread?.terminate()
    this.#thread = undefined
  }

  async #inThread(document: DocumentToRead): Promise<ReadDocument> {
    const thread = this.#thread ??= openThread({ folder: import.meta.dirname, name: 'reading-thread', mostMemoryMb: this.#options.mostMemoryMb })
    const over = new AbortController()
    thread.postMessage(document)
    try {
      const told = await Promise.race([answerOf(thread, over.signal), this.#lost(thread, over.signal)])
      if ('document' in told) return told.document
      throw new ReadingProblem(told.problem.code, told.problem.message)
    } finally {
      over.abort()
    }
  }

  /** Fails, and ends the thread, when it takes too much of time or memory, or has ended by itself. */
  #lost(thread: Worker, signal: AbortSignal): Promise<never> {
    const { patienceMs, mostMemoryMb } = this.#options
    const { promise, reject } = Promise.withResolvers<never>()
    const end = (error: Error) => {
      this[Symbol.dispose]()
      reject(error)
    }
    const late = setTimeout(() => end(new ReadingProblem('TOO_SLOW', 'It takes too long to be read.')), patienceMs)
    const watch = setInterval(() => void memoryOf(thread).then(megabytes => megabytes > mostMemoryMb && end(tooLarge())), LOOK_MS)
    signal.addEventListener('abort', () => (clearTimeout(late), clearInterval(watch)))
    once(thread, 'exit', { signal }).then(([code]) => end(new Error(`The thread ended with ${code}.`)), error => signal.aborted || end(isOutOfMemory(error) ? tooLarge() : error))
    return promise
  }
}

async function answerOf(thread: Worker, signal: AbortSignal): Promise<FromReadingThread> {
  const [told] = await once(thread, 'message', { signal }).catch(() => new Promise<never>(() => {}))
  return told
}

const tooLarge = () => new ReadingProblem('TOO_LARGE', 'It takes too much memory to be read.')

/** Beside its heap, which is limited, a thread may hold what it unpacks. */
async function memoryOf(thread: Worker): Promise<number> {
  const { external_memory = 0 } = await thread.getHeapStatistics().catch(() => ({ external_memory: 0 }))
  return external_memory / 1024 ** 2
}
