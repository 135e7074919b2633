import path from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { apiFolder } from './api-folder.ts'
import { partsOf } from './breath.ts'

const MOST_MEMORY_MB = 2048
const SENT_AT_ONCE = 500

export interface ThreadProgram {
  /** Of the sources: where `name`.ts stands. */
  folder: string
  name: string
  mostMemoryMb?: number
}

/** A program in a thread of its own. The sources run as they are; the bundle has each thread beside it (see vite.config.ts). */
export function openThread({ folder, name, mostMemoryMb = MOST_MEMORY_MB }: ThreadProgram, workerData?: unknown): Worker {
  const program = import.meta.filename.endsWith('.ts') ? path.join(folder, `${name}.ts`) : path.join(apiFolder, `dist/${name}.js`)
  return new Worker(program, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
}

export const isOutOfMemory = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'

/** In parts: what goes to a thread is copied, and copying tens of thousands of things in one go takes a while. */
export async function sendParts<Item>(worker: Worker, items: readonly Item[], messageOf: (part: Item[]) => unknown): Promise<void> {
  for (const part of partsOf(items, SENT_AT_ONCE)) {
    worker.postMessage(messageOf(part))
    await breath()
  }
}

export interface ThreadTalk<Message, Result> {
  /** Ends the thread. */
  signal: AbortSignal
  /** What is said of one that was ended. */
  cut: string
  tell(): Promise<void>
  hear(message: Message, settle: { resolve(result: Result): void; reject(error: unknown): void }): void
}

/** What comes of a thread that is told something, and ends by itself. Fails when the thread does. */
export function outcomeOf<Message, Result>(worker: Worker, { signal, cut, tell, hear }: ThreadTalk<Message, Result>): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const end = () => {
    reject(new Error(cut))
    void worker.terminate()
  }
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  worker.on('message', (message: Message) => hear(message, { resolve, reject }))
  worker.on('error', reject)
  worker.on('exit', code => reject(new Error(`The thread ended with ${code}.`)))
  tell().catch(reject)
  return promise.finally(() => signal.removeEventListener('abort', end))
}
