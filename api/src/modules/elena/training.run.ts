import { systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import type { JobContext } from '../../platform/jobs.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { languageOfCode } from './languages.ts'
import type { TrainingSet } from './model.ts'
import type { TrainingNews } from './training-news.ts'
import { trainingSetOf } from './training-set.store.ts'
import { learnInThread, UnfitForTraining, type Learnt } from './training-worker.ts'

export interface TrainingJob {
  tenantId: string
  trainingId: string
}

declare module '../../platform/unit.ts' {
  interface JobPayloads {
    'elena.train': TrainingJob
    'elena.recover': object
  }
}

export interface TrainingRunsOptions {
  units: Units
  news: TrainingNews
  /** How many threads of this process learn side by side. */
  atOnce: number
  learn?: typeof learnInThread
}

const TURN_MS = 2000
const BEAT_MS = 1000
/** Who was not heard of for so long is taken to be gone. */
const LOST_MS = 60_000
const MOST_TRIES = 5
const MODELS_KEPT = 20

interface Begun {
  try: number
  requestedBy: string | null
  set: TrainingSet
}

const BEGIN = `
  update model_training set state = 'RUNNING', try = try + 1, heard_at = $3, started_at = coalesce(started_at, $3)
  where tenant_id = $1 and id = $2 and (state = 'QUEUED' or (state = 'RUNNING' and ($4 or heard_at < $5)))
  returning try, requested_by as "requestedBy"`
const BEAT = `update model_training set progress = greatest(progress, $4), heard_at = $5
  where tenant_id = $1 and id = $2 and try = $3 and state = 'RUNNING' returning id`
const WAIT = `update model_training set heard_at = $3 where tenant_id = $1 and id = $2 and state = 'QUEUED'`
const FAIL = `update model_training set state = 'FAILED', error = $4, finished_at = $5
  where tenant_id = $1 and id = $2 and try = $3 and state = 'RUNNING' returning id`
const DONE = `update model_training set state = 'DONE', progress = 1, finished_at = $4
  where tenant_id = $1 and id = $2 and try = $3 and state = 'RUNNING' returning id`
const LOST = `select tenant_id as "tenantId", id as "trainingId" from model_training
  where state in ('QUEUED', 'RUNNING') and heard_at < $1 order by heard_at limit 100`

/** Trainings in the background. A training may be tried twice at once: only the latest try counts. */
export class TrainingRuns {
  readonly #options: TrainingRunsOptions
  #running = 0

  constructor(options: TrainingRunsOptions) {
    this.#options = options
  }

  /** The job. Whoever finds all threads taken comes back in a moment, and keeps nobody else's job waiting. */
  async run(job: TrainingJob, context: Pick<JobContext, 'attempt' | 'lastAttempt' | 'signal'>): Promise<void> {
    if (this.#running >= this.#options.atOnce) return this.#waitForTurn(job)
    this.#running++
    try {
      await this.#learn(job, context)
    } finally {
      this.#running--
    }
  }

  /** For those whose process went away without a word. */
  async recover(): Promise<void> {
    await this.#options.units.platform({ actor: systemActor() }, async unit => {
      const before = new Date(unit.now.getTime() - 1.5 * LOST_MS)
      for (const job of await unit.sql<TrainingJob & object>('trainings-lost', LOST, [before])) enqueueTraining(unit, job)
    })
  }

  #waitForTurn(job: TrainingJob) {
    return this.#change(job, async unit => {
      await unit.sql('training-wait', WAIT, [job.tenantId, job.trainingId, unit.now])
      enqueueTraining(unit, job, new Date(unit.now.getTime() + TURN_MS))
    })
  }

  async #learn(job: TrainingJob, { attempt, lastAttempt, signal }: Pick<JobContext, 'attempt' | 'lastAttempt' | 'signal'>) {
    const begun = await this.#change(job, unit => begin(unit, job, attempt > 1))
    if (!begun) return
    this.#tell(job)
    try {
      if (begun.try > MOST_TRIES) throw new UnfitForTraining('It was tried several times and never came to an end.')
      const learnt = await this.#inThread(job, begun, signal)
      await this.#change(job, unit => finish(unit, job, { begun, learnt }))
    } catch (error) {
      const unfit = error instanceof UnfitForTraining
      if (unfit || lastAttempt) await this.#fail(job, begun, unfit ? error.message : 'Something went wrong on our side; try again.')
      if (!unfit) throw error
    }
    this.#tell(job)
  }

  /** Tells once a second how far it is, which also says that it is still there. */
  async #inThread(job: TrainingJob, begun: Begun, signal: AbortSignal): Promise<Learnt> {
    const superseded = new AbortController()
    let share = 0
    const beat = setInterval(() => {
      this.#change(job, unit => unit.sql('training-beat', BEAT, [job.tenantId, job.trainingId, begun.try, share, unit.now])).then(heard => {
        if (heard.length === 0) superseded.abort()
        this.#tell(job)
      }, () => {})
    }, BEAT_MS)
    try {
      const learn = this.#options.learn ?? learnInThread
      return await learn(begun.set, { onProgress: done => { share = done }, signal: AbortSignal.any([signal, superseded.signal]) })
    } finally {
      clearInterval(beat)
    }
  }

  #fail({ tenantId, trainingId }: TrainingJob, begun: Begun, message: string) {
    return this.#change({ tenantId }, unit => unit.sql('training-fail', FAIL, [tenantId, trainingId, begun.try, message.slice(0, 500), unit.now]))
  }

  #tell({ tenantId, trainingId }: TrainingJob) {
    this.#options.news.tell(tenantId, trainingId)
  }

  #change<Result>({ tenantId }: { tenantId: string }, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#options.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}

export function enqueueTraining(unit: Unit, { tenantId, trainingId }: TrainingJob, runAt?: Date): void {
  unit.enqueue('elena.train', { tenantId, trainingId }, { jobKey: `elena.train:${trainingId}`, maxAttempts: 3, ...(runAt && { runAt }) })
}

async function begin(unit: Unit, { tenantId, trainingId }: TrainingJob, again: boolean): Promise<Begun | undefined> {
  const [held] = await unit.sql<Omit<Begun, 'set'>>('training-begin', BEGIN, [tenantId, trainingId, unit.now, again, new Date(unit.now.getTime() - LOST_MS)])
  return held && { ...held, set: await trainingSetOf(unit) }
}

const MODEL = `
  insert into elena_model (tenant_id, id, training_id, number, state, trained_at, trained_by, intent_count, phrase_count, languages,
    accuracy, macro_f1, size_bytes, training_seconds, report)
  select $1, $2, $3, coalesce(max(number), 0) + 1, 'TRAINED', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
  from elena_model where tenant_id = $1`
const CONTENT = 'insert into elena_model_content (tenant_id, model_id, content) values ($1, $2, $3)'
const LET_GO = `
  delete from elena_model_content c using elena_model m
  where c.tenant_id = $1 and m.tenant_id = c.tenant_id and m.id = c.model_id and m.state <> 'LIVE'
    and m.number <= (select max(number) from elena_model where tenant_id = $1) - $2`

/** What was learnt becomes the tenant's newest model, unless a later try holds the training by now. */
async function finish(unit: Unit, { tenantId, trainingId }: TrainingJob, { begun, learnt }: { begun: Begun; learnt: Learnt }): Promise<void> {
  const { report, content, seconds } = learnt
  const { examples } = begun.set
  const [held] = await unit.sql('training-done', DONE, [tenantId, trainingId, begun.try, unit.now])
  if (!held) return
  const id = newId(unit.now)
  const languages = [...new Set(examples.map(({ language }) => languageOfCode(language)))].sort().reverse()
  await unit.sql('model-insert', MODEL, [
    tenantId, id, trainingId, unit.now, begun.requestedBy, new Set(examples.map(({ intent }) => intent)).size, examples.length, languages,
    report.accuracy, report.macroF1, content.length, seconds, JSON.stringify(report),
  ])
  await unit.sql('model-content-insert', CONTENT, [tenantId, id, Buffer.from(content.buffer, content.byteOffset, content.length)])
  await unit.sql('model-let-go', LET_GO, [tenantId, MODELS_KEPT])
  unit.audit({ action: 'training.ended', targetType: 'training', targetId: trainingId, detail: { accuracy: report.accuracy } })
}
