import { systemActor } from '../../../platform/actor.ts'
import type { JobContext } from '../../../platform/jobs.ts'
import type { Outside } from '../../../platform/outside/outside.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { problemOf, ReadingProblem, type KnowledgeProblem } from '../documents/reading-problem.ts'
import { fileOfSource, letGoFiles } from './knowledge-file.store.ts'
import { enqueueReading, type ReadingJob } from './reading.job.ts'
import { nextReadAt, type ReadingRhythm } from './reading-rhythm.ts'
import { ReadingStore, Superseded } from './reading.store.ts'
import { hostOf } from './source-input.ts'
import type { SourceRead, SourceToRead } from './known-documents.ts'
import { readSource } from './source-reading.ts'

export interface ReadingRunsOptions {
  units: Units
  outside: Pick<Outside, 'request'>
  /** How many sources this process reads side by side; half of them for one tenant. */
  atOnce: number
  /** Between one page of a site and the next. */
  pauseMs?: number
}

type Attempt = Pick<JobContext, 'attempt' | 'lastAttempt' | 'signal'>

const TURN_MS = 2000
const BEAT_MS = 1000
/** Who was not heard of for so long is taken to be gone. */
const LOST_MS = 60_000
const MOST_LOSSES = 3

interface Begun extends SourceToRead {
  try: number
  losses: number
}

const BEGIN = `
  update knowledge_source set state = 'READING', try = try + 1, heard_at = $3, progress = 0, losses = case state when 'READING' then losses + 1 else 0 end
  where tenant_id = $1 and id = $2 and deleted_at is null and (state = 'WAITING' or (state = 'READING' and ($4 or heard_at < $5)))
  returning try, losses, kind, url, language`
const WAIT = `update knowledge_source set heard_at = $3 where tenant_id = $1 and id = $2 and state = 'WAITING'`
const END = `update knowledge_source set state = $3, problem = $4, progress = 1, read_at = case $3 when 'READY' then $5::timestamptz else read_at end, next_read_at = $6,
    name = case when $7::text is not null and read_at is null and name = $8 then $7 else name end
  where tenant_id = $1 and id = $2`
const RHYTHM = 'select rhythm, url from knowledge_source where tenant_id = $1 and id = $2'
const LOST = `select tenant_id as "tenantId", id as "sourceId" from knowledge_source
  where state in ('WAITING', 'READING') and heard_at < $1 and deleted_at is null order by heard_at limit 100`
const DUE = `update knowledge_source set state = 'WAITING', heard_at = $1, next_read_at = null
  where (tenant_id, id) in (select tenant_id, id from knowledge_source where next_read_at <= $1 and deleted_at is null and state in ('READY', 'FAILED')
    order by next_read_at limit 100 for update skip locked)
  returning tenant_id as "tenantId", id as "sourceId"`

/** Readings in the background. A source may be read twice at once: only the latest try counts. */
export class ReadingRuns {
  readonly #options: ReadingRunsOptions
  /** The tenants whose sources are being read. */
  readonly #running: string[] = []

  constructor(options: ReadingRunsOptions) {
    this.#options = options
  }

  /** The job. Whoever finds no turn comes back in a moment, and keeps nobody else's job waiting. */
  async run(job: ReadingJob, attempt: Attempt): Promise<void> {
    if (!this.#hasTurn(job)) return this.#waitForTurn(job)
    this.#running.push(job.tenantId)
    try {
      await this.#read(job, attempt)
    } finally {
      this.#running.splice(this.#running.indexOf(job.tenantId), 1)
    }
  }

  /** For those whose process went away without a word. */
  async recover(): Promise<void> {
    await this.#options.units.platform({ actor: systemActor() }, async unit => {
      const before = new Date(unit.now.getTime() - 1.5 * LOST_MS)
      for (const job of await unit.sql<ReadingJob & object>('knowledge-readings-lost', LOST, [before])) enqueueReading(unit, job)
    })
  }

  /** For those whose rhythm says so. */
  async readDue(): Promise<void> {
    await this.#options.units.platform({ actor: systemActor() }, async unit => {
      for (const job of await unit.sql<ReadingJob & object>('knowledge-readings-due', DUE, [unit.now])) enqueueReading(unit, job)
    })
  }

  #hasTurn({ tenantId }: ReadingJob): boolean {
    const { atOnce } = this.#options
    return this.#running.length < atOnce && this.#running.filter(each => each === tenantId).length < Math.ceil(atOnce / 2)
  }

  #waitForTurn(job: ReadingJob) {
    return this.#change(job, async unit => {
      await unit.sql('knowledge-reading-wait', WAIT, [job.tenantId, job.sourceId, unit.now])
      enqueueReading(unit, job, new Date(unit.now.getTime() + TURN_MS))
    })
  }

  async #read(job: ReadingJob, { attempt, lastAttempt, signal }: Attempt) {
    const begun = await this.#change(job, unit => begin(unit, job, attempt > 1))
    if (!begun) return
    const store = new ReadingStore({ units: this.#options.units, job, try: begun.try })
    try {
      if (begun.losses > MOST_LOSSES) throw new ReadingProblem('UNREADABLE', 'It was tried several times and never came to an end.')
      const read = await this.#whileHeld(store, begun, signal)
      await store.change(unit => end(unit, job, read))
    } catch (error) {
      if (error instanceof Superseded) return
      const problem = problemOf(error)
      if (problem || lastAttempt) await unlessSuperseded(store.change(unit => end(unit, job, { failure: problem ?? OURS })))
      if (!problem) throw error
    }
  }

  /** Tells once a second how far it is, which also says that it is still there; ends when another has taken over. */
  async #whileHeld(store: ReadingStore, begun: Begun, signal: AbortSignal): Promise<SourceRead> {
    const { outside, pauseMs } = this.#options
    const superseded = new AbortController()
    let share = 0
    const beat = setInterval(() => {
      store.beat(share).catch(error => error instanceof Superseded && superseded.abort(error))
    }, BEAT_MS)
    try {
      return await readSource(begun, { store, outside, pauseMs, signal: AbortSignal.any([signal, superseded.signal]), onProgress: done => { share = done } })
    } catch (error) {
      throw superseded.signal.aborted ? new Superseded() : error
    } finally {
      clearInterval(beat)
    }
  }

  #change<Result>({ tenantId }: { tenantId: string }, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#options.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}

const OURS: KnowledgeProblem = { code: 'UNREADABLE', message: 'Something went wrong on our side; try again.' }

const unlessSuperseded = (work: Promise<void>) => work.catch(error => {
  if (!(error instanceof Superseded)) throw error
})

async function begin(unit: Unit, { tenantId, sourceId }: ReadingJob, again: boolean): Promise<Begun | undefined> {
  const [held] = await unit.sql<Begun>('knowledge-reading-begin', BEGIN, [tenantId, sourceId, unit.now, again, new Date(unit.now.getTime() - LOST_MS)])
  if (!held || held.url) return held
  return { ...held, file: await fileOfSource(unit, sourceId) }
}

/** Files are let go: what was read of them is kept. A page that was named after its host has the title that it gives itself. */
async function end(unit: Unit, { tenantId, sourceId }: ReadingJob, { failure, problem = failure, title }: SourceRead & { failure?: KnowledgeProblem }): Promise<void> {
  const { now } = unit
  const [source] = await unit.sql<{ rhythm: ReadingRhythm, url: string | null }>('knowledge-reading-rhythm', RHYTHM, [tenantId, sourceId])
  const { rhythm, url } = source!
  await unit.sql('knowledge-reading-end', END, [
    tenantId, sourceId, failure ? 'FAILED' : 'READY', problem ? JSON.stringify(problem) : null, now, nextReadAt({ rhythm, id: sourceId, from: now }),
    (url && title?.slice(0, 200)) || null, url && hostOf(url),
  ])
  await letGoFiles(unit, sourceId)
}
