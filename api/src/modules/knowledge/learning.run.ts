import { createHash } from 'node:crypto'
import { systemActor } from '../../platform/actor.ts'
import type { JobContext } from '../../platform/jobs.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import type { FaqContent } from './answering/content.ts'
import { faqContent } from './knowledge-content.store.ts'
import type { KnowledgeJob } from './knowledge-state.ts'
import { learnInThread } from './learning-worker.ts'
import { knowledgeNow, type LiveKnowledge } from './live-knowledge.ts'

export interface LearningRunsOptions {
  units: Units
  live: Pick<LiveKnowledge, 'tell'>
  /** How many threads of this process learn side by side. */
  atOnce: number
  learn?: typeof learnInThread
}

const TURN_MS = 2000

const HASH = 'select learnt_hash as hash from knowledge_state where tenant_id = $1'
const SAME = `update knowledge_state set learnt_at_revision = $2 where tenant_id = $1 and coalesce(learnt_at_revision, -1) < $2`
const KEEP = `
  update knowledge_state set learnt = $3, learnt_hash = $4, learnt_at_revision = $2
  where tenant_id = $1 and coalesce(learnt_at_revision, -1) < $2`

interface Begun {
  revision: number
  faqs: FaqContent[]
  hash: Buffer
  /** What was learnt last was learnt from the same. */
  isSame: boolean
}

/** Learns in the background what tells a tenant's questions apart and how sure an answer is. Learning twice does no harm. */
export class LearningRuns {
  readonly #options: LearningRunsOptions
  #running = 0

  constructor(options: LearningRunsOptions) {
    this.#options = options
  }

  /** The job. Whoever finds all threads taken comes back in a moment, and keeps nobody else's job waiting. */
  async run(job: KnowledgeJob, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    if (this.#running >= this.#options.atOnce) return this.#waitForTurn(job)
    this.#running++
    try {
      await this.#learn(job, signal)
    } finally {
      this.#running--
    }
  }

  #waitForTurn({ tenantId }: KnowledgeJob) {
    return this.#change(tenantId, async unit => {
      const runAt = new Date(unit.now.getTime() + TURN_MS)
      unit.enqueue('knowledge.learn', { tenantId }, { jobKey: `knowledge.learn:${tenantId}`, runAt, maxAttempts: 3 })
    })
  }

  async #learn({ tenantId }: KnowledgeJob, signal: AbortSignal) {
    const { units, live, learn = learnInThread } = this.#options
    const begun = await begin(units, tenantId)
    if (!begun) return
    const { revision, faqs, hash, isSame } = begun
    if (isSame) await this.#change(tenantId, unit => unit.sql('knowledge-learnt-same', SAME, [tenantId, revision]))
    else {
      const learnt = faqs.length ? await learn(faqs, signal) : null
      await this.#change(tenantId, unit => unit.sql('knowledge-learnt-keep', KEEP, [tenantId, revision, learnt && Buffer.from(learnt), hash]))
    }
    live.tell()
  }

  #change<Result>(tenantId: string, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#options.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}

async function begin(units: Pick<Units, 'read'>, tenantId: string): Promise<Begun | null> {
  await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
  const now = await knowledgeNow(unit)
  if (!now || now.learntAt === now.revision) return null
  const faqs: FaqContent[] = []
  for await (const part of faqContent(unit)) faqs.push(...part)
  const hash = hashOf(faqs)
  return { revision: now.revision, faqs, hash, isSame: (await hashLearnt(unit))?.equals(hash) ?? false }
}

const hashLearnt = async (unit: ReadUnit) => (await unit.sql<{ hash: Buffer | null }>('knowledge-learnt-hash', HASH, [unit.tenantId]))[0]?.hash

/** Of all that is learnt from. */
function hashOf(faqs: readonly FaqContent[]): Buffer {
  const hash = createHash('sha256')
  for (const { id, language, question, wordings, answer } of faqs) hash.update(JSON.stringify([id, language, question, wordings, answer]))
  return hash.digest()
}
