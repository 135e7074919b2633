import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, parseCronItems, run, type CronItem, type JobHelpers, type Runner, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { JobHeart } from './job-heart.ts'
import type { PayloadOf } from './unit.ts'
import { untilAborted } from './until-aborted.ts'

export interface JobContext {
  jobId: string
  /** 1 at first. */
  attempt: number
  lastAttempt: boolean
  /** Aborted when the process has to end before the job does. */
  signal: AbortSignal
}

export type JobHandler<Payload> = (payload: Payload, context: JobContext) => Promise<void>

export interface JobsOptions {
  /** Of the role botpro_jobs. */
  pool: pg.Pool
  concurrency?: number
  transactionPooler?: boolean
  /** How long a job under way may go on when the process has to end. */
  graceMs?: number
  /** How often it says that it is alive, and after how long a silence others are taken to be gone. */
  beatMs?: number
  silentMs?: number
  log?: (level: 'error' | 'warning', message: string) => void
}

/** What runs after a commit, on a schedule, or again until it worked. A handler may meet the same job twice. */
export class Jobs {
  readonly #options: JobsOptions
  readonly #handlers = new Map<string, JobHandler<never>>()
  readonly #cron: CronItem[] = []
  #runner?: Runner
  #heart?: JobHeart

  constructor(options: JobsOptions) {
    this.#options = options
  }

  handle<Name extends string>(name: Name, handler: JobHandler<PayloadOf<Name>>): this {
    if (this.#handlers.has(name)) throw new Error(`The job ${name} has two handlers.`)
    this.#handlers.set(name, handler)
    return this
  }

  /** `match` is a crontab pattern in UTC; a moment that was missed is not made up for. */
  every<Name extends string>(match: string, name: Name, payload: PayloadOf<Name>): this {
    this.#cron.push({
      match,
      task: name,
      identifier: name,
      payload: { ...(payload as object) },
      options: { maxAttempts: 3 },
    })
    return this
  }

  async start(): Promise<void> {
    const { pool, concurrency = 8, transactionPooler = false, graceMs = 5000 } = this.#options
    const orphan = this.#cron.find(({ task }) => !this.#handlers.has(task))
    if (orphan) throw new Error(`The scheduled job ${orphan.task} has no handler.`)
    this.#runner = await run({
      pgPool: pool,
      events: this.#beating(),
      concurrency,
      noPreparedStatements: transactionPooler,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: graceMs,
      pollInterval: 1000,
      taskList: Object.fromEntries([...this.#handlers].map(([name, handler]) => [name, taskOf(handler)])),
      parsedCronItems: parseCronItems(this.#cron),
      logger: this.#logger(),
    })
    this.#runner.promise.catch(error => this.#options.log?.('error', String(error)))
  }

  /** Takes no more jobs and waits a while for those under way. */
  async stop(): Promise<void> {
    await this.#runner?.stop()
    this.#runner = undefined
    await this.#settled()
    await this.#heart?.stop()
    this.#heart = undefined
  }

  /** From before the first job is taken: locks bear the name of the runner's pool. */
  #beating(): WorkerEvents {
    const { pool, beatMs, silentMs } = this.#options
    const heart = (this.#heart = new JobHeart({ pool, beatMs, silentMs, onError: error => this.#options.log?.('warning', `The heart of the jobs: ${String(error)}`) }))
    const events: WorkerEvents = new EventEmitter()
    events.once('pool:create', ({ workerPool }) => heart.start(workerPool.id))
    return events
  }

  /** The runner does not wait until it has said of its last jobs that they are done; from a pool that is closed before, it would wait in vain. */
  async #settled(): Promise<void> {
    const { pool, graceMs = 5000 } = this.#options
    const until = Date.now() + graceMs
    while (Date.now() < until && (pool.waitingCount > 0 || pool.idleCount < pool.totalCount)) await sleep(20)
  }

  #logger() {
    const { log } = this.#options
    return new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log?.(level, message)
    })
  }
}

const taskOf =
  (handler: JobHandler<never>) =>
  (payload: unknown, { job, abortSignal }: JobHelpers) => {
    const signal = abortSignal!
    const context = { jobId: job.id, attempt: job.attempts, lastAttempt: job.attempts >= job.max_attempts, signal }
    // The runner would wait for ever for one that hangs, and the process with it.
    return untilAborted(handler(payload as never, context), signal, 'The process left before the job ended.')
  }
