import type { Worker } from 'node:worker_threads'
import type { TrainingSet } from './model.ts'
import { openThread } from './threads.ts'

export interface ToPrototypeThread {
  id: number
  set: TrainingSet
}

export type FromPrototypeThread = { id: number; content: Uint8Array } | { id: number; error: string }

/** Somebody waits before a screen: what takes longer, the turns of others included, is given up. */
const PATIENCE_MS = 8_000
/** Whoever teaches asks again in a moment, and a thread takes a while to begin. */
const IDLE_MS = 120_000

/** One thread for the prototypes of all tenants, one after the other. It is there while it is used, and keeps no process alive. */
export class PrototypeWorker {
  #thread: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #lastId = 0
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()

  /** The model as bytes. */
  async learn(set: TrainingSet): Promise<Uint8Array> {
    const id = ++this.#lastId
    const promised = Promise.withResolvers<Uint8Array>()
    this.#waiting.set(id, promised)
    this.#open().postMessage({ id, set } satisfies ToPrototypeThread)
    const late = setTimeout(() => this.#end(new Error('A prototype took too long.')), PATIENCE_MS)
    try {
      return await promised.promise
    } finally {
      clearTimeout(late)
      this.#waiting.delete(id)
      this.#rest()
    }
  }

  #open(): Worker {
    clearTimeout(this.#idle)
    if (this.#thread) return this.#thread
    const thread = openThread('prototype-thread')
    thread.on('message', (message: FromPrototypeThread) => {
      const promised = this.#waiting.get(message.id)
      if ('content' in message) promised?.resolve(message.content)
      else promised?.reject(new Error(message.error))
    })
    thread.on('error', error => { if (this.#thread === thread) this.#end(error) })
    thread.unref()
    return this.#thread = thread
  }

  #rest() {
    if (this.#waiting.size > 0) return
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.#end(new Error('The thread was idle.')), IDLE_MS).unref()
  }

  /** Who waits is told; whoever comes next gets a thread of its own. */
  #end(error: Error) {
    const thread = this.#thread
    this.#thread = undefined
    for (const { reject } of this.#waiting.values()) reject(error)
    void thread?.terminate()
  }
}
