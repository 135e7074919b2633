import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { isOutOfMemory, openThread, type ThreadProgram } from './threads.ts'

export interface Patience {
  patienceMs: number
  mostMemoryMb: number
  /** What is said of a task that takes too long, or too much memory. */
  tooSlow: () => Error
  tooLarge: () => Error
}

const LOOK_MS = 200

/** Does tasks one after the other in a thread, so that nobody who is served meanwhile waits, and that none takes all memory or for ever. */
export class PatientThread<Task, Answer> implements Disposable {
  readonly #program: ThreadProgram
  readonly #patience: Patience
  #thread: Worker | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(program: ThreadProgram, patience: Patience) {
    this.#program = program
    this.#patience = patience
  }

  ask(task: Task): Promise<Answer> {
    const answer = this.#last.then(() => this.#inThread(task))
    this.#last = answer.catch(() => {})
    return answer
  }

  [Symbol.dispose](): void {
    void this.#thread?.terminate()
    this.#thread = undefined
  }

  async #inThread(task: Task): Promise<Answer> {
    const thread = this.#thread ??= this.#open()
    const over = new AbortController()
    thread.postMessage(task)
    try {
      return await Promise.race([answerOf<Answer>(thread, over.signal), this.#lost(thread, over.signal)])
    } finally {
      over.abort()
    }
  }

  /** One that has nothing to do keeps no process alive. */
  #open(): Worker {
    const thread = openThread({ ...this.#program, mostMemoryMb: this.#patience.mostMemoryMb })
    thread.unref()
    return thread
  }

  /** Fails, and ends the thread, when it takes too much of time or memory, or has ended by itself. */
  #lost(thread: Worker, signal: AbortSignal): Promise<never> {
    const { patienceMs, mostMemoryMb, tooSlow, tooLarge } = this.#patience
    const { promise, reject } = Promise.withResolvers<never>()
    const end = (error: Error) => {
      this[Symbol.dispose]()
      reject(error)
    }
    const late = setTimeout(() => end(tooSlow()), patienceMs)
    const watch = setInterval(() => void memoryOf(thread).then(megabytes => megabytes > mostMemoryMb && end(tooLarge())), LOOK_MS)
    signal.addEventListener('abort', () => (clearTimeout(late), clearInterval(watch)))
    once(thread, 'exit', { signal }).then(([code]) => end(new Error(`The thread ended with ${code}.`)), error => signal.aborted || end(isOutOfMemory(error) ? tooLarge() : error))
    return promise
  }
}

async function answerOf<Answer>(thread: Worker, signal: AbortSignal): Promise<Answer> {
  const [told] = await once(thread, 'message', { signal }).catch(() => new Promise<never>(() => {}))
  return told
}

/** Beside its heap, which is limited, a thread may hold what it unpacks. */
async function memoryOf(thread: Worker): Promise<number> {
  const { external_memory = 0 } = await thread.getHeapStatistics().catch(() => ({ external_memory: 0 }))
  return external_memory / 1024 ** 2
}
