import type { Worker } from 'node:worker_threads'
import { newId } from '../../platform/ids.ts'
import { openThread } from '../../platform/threads.ts'
import type { Answered, Asked, Clash, FaqContent, PassageContent, WordingsToCheck } from './answering/content.ts'
import type { FromThread, ToThread } from './answering/messages.ts'

export interface KnowledgeThreadOptions {
  /** What the indexes of all tenants may take, in bytes. */
  memory: number
  onError(error: unknown): void
  open?: (memory: number) => Worker
}

/** A tenant's content as it is brought: all questions, then all passages, in parts. */
export type ContentParts = AsyncIterable<{ faqs: FaqContent[] } | { passages: PassageContent[] }>

/** The thread ended, or took too long: whoever asked does without, or asks again. */
export class NoAnswer extends Error {}

interface Waiting { resolve(value: never): void, reject(error: unknown): void, late: NodeJS.Timeout }

const PATIENCE_MS = 2000
const BUILD_PATIENCE_MS = 120_000
/** A thread that answers nothing for so long while it is asked hangs. */
const HANGS_MS = 10_000

const openAnswering = (memory: number) => openThread({ folder: import.meta.dirname, name: 'answering-thread' }, { memory })

/**
 * The thread of this process in which questions are answered, so that nobody else waits. It opens when it is first needed
 * and again after it broke; what it held is then gone, and `generation` says so.
 */
export class KnowledgeThread {
  readonly #options: KnowledgeThreadOptions
  readonly #waiting = new Map<number | string, Waiting>()
  #worker?: Worker
  #asked = 0
  #heardAt = 0

  /** Grows whenever what the thread held is gone. */
  generation = 0

  constructor(options: KnowledgeThreadOptions) {
    this.#options = options
  }

  /** Nothing where the tenant is not in memory. Throws `NoAnswer`. */
  ask(tenantId: string, question: Asked): Promise<Answered | null> {
    const ask = ++this.#asked
    return this.#request(ask, { ask, tenantId, question })
  }

  /** Nothing where the tenant is not in memory. Throws `NoAnswer`. */
  check(tenantId: string, wordings: WordingsToCheck): Promise<Clash[] | null> {
    const check = ++this.#asked
    return this.#request(check, { check, tenantId, wordings })
  }

  /** Brings a tenant into memory, in place of what is there of it. What is there answers meanwhile. Throws `NoAnswer`. */
  async build(tenantId: string, content: ContentParts, learnt: Uint8Array | null): Promise<void> {
    const build = newId()
    const worker = this.#open()
    this.#send({ begin: build, tenantId })
    for await (const part of content) this.#send({ build, ...part })
    // What a thread was told that has ended since is not told to the next.
    if (worker !== this.#worker) throw new NoAnswer('The thread ended.')
    await this.#request<void>(build, { end: build, learnt }, BUILD_PATIENCE_MS)
  }

  /** What was learnt counts from now on for a tenant that is in memory. */
  learn(tenantId: string, learnt: Uint8Array | null): void {
    this.#send({ learn: tenantId, learnt })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#gone(new NoAnswer('The process leaves.'))
    await worker?.terminate()
  }

  #request<Result>(key: number | string, message: ToThread, patienceMs = PATIENCE_MS): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    const late = setTimeout(() => this.#giveUp(key), patienceMs)
    late.unref()
    this.#waiting.set(key, { resolve, reject, late })
    this.#send(message)
    return promise
  }

  #giveUp(key: number | string) {
    const waiting = this.#waiting.get(key)
    this.#waiting.delete(key)
    waiting?.reject(new NoAnswer('It took too long.'))
    if (performance.now() - this.#heardAt < HANGS_MS) return
    const hung = new NoAnswer('The thread hung.')
    this.#options.onError(hung)
    void this.#worker?.terminate()
    this.#gone(hung)
  }

  #send(message: ToThread) {
    this.#open().postMessage(message)
  }

  #open(): Worker {
    if (this.#worker) return this.#worker
    const worker = (this.#options.open ?? openAnswering)(this.#options.memory)
    worker.unref()
    this.#worker = worker
    this.#heardAt = performance.now()
    worker.on('message', (message: FromThread) => this.#hear(message))
    const left = (error: unknown) => { if (worker === this.#worker) this.#gone(error) }
    worker.on('error', error => {
      this.#options.onError(error)
      left(new NoAnswer('The thread broke.', { cause: error }))
    })
    worker.on('exit', code => left(new NoAnswer(`The thread ended with ${code}.`)))
    return worker
  }

  #hear(message: FromThread) {
    this.#heardAt = performance.now()
    const [key, value] = 'built' in message ? [message.built, undefined]
      : 'answer' in message ? [message.answer, message.answered] : [message.checked, message.clashes]
    const waiting = this.#waiting.get(key)
    if (!waiting) return
    this.#waiting.delete(key)
    clearTimeout(waiting.late)
    waiting.resolve(value as never)
  }

  #gone(error: unknown) {
    this.#worker = undefined
    this.generation++
    for (const { reject, late } of this.#waiting.values()) {
      clearTimeout(late)
      reject(error)
    }
    this.#waiting.clear()
  }
}
