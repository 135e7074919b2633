import type pg from 'pg'

export interface HeartOptions {
  pool: pg.Pool
  beatMs?: number | undefined
  /** Who has been silent for so long is gone, and what was locked by it is free. */
  silentMs?: number | undefined
  onError?: (error: unknown) => void
}

const BEAT = 'insert into job_runner (id) values ($1) on conflict (id) do update set beat_at = clock_timestamp()'

// Both at once: whoever is forgotten has nothing locked any more. One who is not known, of an earlier release perhaps, is left to the runner's own four hours.
const FREE = `
  with gone as (
    delete from job_runner where id in (select id from job_runner where id <> $1 and beat_at < clock_timestamp() - $2 * interval '1 millisecond' for update skip locked) returning id)
  select graphile_worker.force_unlock_workers(array_agg(id)), array_agg(id) as ids from gone having count(*) > 0`

const LEAVE = `
  delete from job_runner where id = $1
    and not exists (select from graphile_worker._private_jobs where locked_by = $1) and not exists (select from graphile_worker._private_job_queues where locked_by = $1)`

/**
 * Says of a runner that it is alive, and frees what runners that are not had locked. After its own heart stopped, be it that the database could
 * not be reached or that the machine stood still, it frees nothing before it has beaten for half as long as others may be silent: they were cut off too, and beat again by then.
 */
export class JobHeart {
  readonly #options: Required<HeartOptions>
  #timer?: NodeJS.Timeout
  #beating?: Promise<void>
  #beatsSince?: number
  #beatAt = 0
  #id = ''

  constructor({ pool, beatMs = 10_000, silentMs = 120_000, onError = () => {} }: HeartOptions) {
    this.#options = { pool, beatMs, silentMs, onError }
  }

  start(id: string): void {
    this.#id = id
    this.#beat()
    this.#timer = setInterval(() => this.#beat(), this.#options.beatMs)
  }

  /** What it still has locked is freed by another, later. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#beating
    if (this.#id) await this.#options.pool.query(LEAVE, [this.#id]).catch(this.#options.onError)
  }

  #beat(): void {
    this.#beating ??= this.#round().catch(error => {
      this.#beatsSince = undefined
      this.#options.onError(error)
    }).finally(() => { this.#beating = undefined })
  }

  async #round(): Promise<void> {
    const { pool, silentMs } = this.#options
    await pool.query(BEAT, [this.#id])
    const now = performance.now()
    if (now - this.#beatAt > silentMs / 2) this.#beatsSince = undefined
    this.#beatAt = now
    this.#beatsSince ??= now
    if (now - this.#beatsSince >= silentMs / 2) await pool.query(FREE, [this.#id, silentMs])
  }
}
