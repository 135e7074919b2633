import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Tasks } from './client-thread.ts'

type Name = keyof Tasks
type Answer<Task extends Name> = Awaited<ReturnType<Tasks[Task]>>

/** Clients in a thread of their own, so that what they do costs the server's thread nothing. */
export class Clients {
  #worker?: Worker

  async ask<Task extends Name>(name: Task, task: Parameters<Tasks[Task]>[0]): Promise<Answer<Task>> {
    const worker = (this.#worker ??= new Worker(process.argv[1]!))
    worker.postMessage({ name, task })
    const [answer] = await once(worker, 'message') as [{ result: Answer<Task>; error?: Error }]
    if (answer.error) throw answer.error
    return answer.result
  }

  async close() {
    await this.#worker?.terminate()
  }
}
