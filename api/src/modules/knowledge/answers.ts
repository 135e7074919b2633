import { systemActor } from '../../platform/actor.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import type { Answered, Asked, Clash, WordingsToCheck } from './answering/content.ts'
import { contentOf } from './knowledge-content.store.ts'
import { NoAnswer, type KnowledgeThread } from './knowledge-thread.ts'
import { knowledgeNow, type KnowledgeNow } from './live-knowledge.ts'

export interface AnswersOptions {
  units: Pick<Units, 'read'>
  thread: KnowledgeThread
  onError(error: unknown): void
}

interface InMemory { revision: number, learntAt: number | null, generation: number }

const LEARNT = 'select learnt from knowledge_state where tenant_id = $1'

/** Brings tenants' Q&A into the thread that answers, keeps it as new as it is in the database, and asks there. */
export class Answers {
  readonly #options: AnswersOptions
  readonly #inMemory = new Map<string, InMemory>()
  readonly #bringing = new Map<string, Promise<void>>()

  constructor(options: AnswersOptions) {
    this.#options = options
  }

  /** Whether what would answer lacks changes that were made. */
  isBehind(tenantId: string, { revision }: KnowledgeNow): boolean {
    return (this.#known(tenantId)?.revision ?? -1) < revision
  }

  /** What is in memory answers at once, though it be older. Where nothing is, it is waited for so long at most; then nothing. */
  ask(tenantId: string, now: KnowledgeNow, { question, patienceMs }: { question: Asked; patienceMs: number }): Promise<Answered | null> {
    return this.#whenReady(tenantId, { now, patienceMs }, () => this.#options.thread.ask(tenantId, question))
  }

  check(tenantId: string, now: KnowledgeNow, { wordings, patienceMs }: { wordings: WordingsToCheck; patienceMs: number }): Promise<Clash[] | null> {
    return this.#whenReady(tenantId, { now, patienceMs }, () => this.#options.thread.check(tenantId, wordings))
  }

  /** Brings a tenant into memory as it is now, if it is not there yet. */
  async bring(tenantId: string, now: KnowledgeNow): Promise<void> {
    const known = this.#known(tenantId)
    if (known && known.revision >= now.revision && known.learntAt === now.learntAt) return
    // One at a time for a tenant; what changed meanwhile is seen by whoever asks next.
    const bringing = this.#bringing.get(tenantId) ?? this.#bring(tenantId, known).finally(() => this.#bringing.delete(tenantId))
    this.#bringing.set(tenantId, bringing)
    await bringing
  }

  /** As `ask`, but what is in memory is made as new as it is in the database first, where that takes no longer. */
  async askUpToDate(tenantId: string, now: KnowledgeNow, { question, patienceMs }: { question: Asked; patienceMs: number }): Promise<Answered | null> {
    await inTime(this.bring(tenantId, now), patienceMs).catch(ifGone)
    return this.ask(tenantId, now, { question, patienceMs })
  }

  async #whenReady<Result>(tenantId: string, { now, patienceMs }: { now: KnowledgeNow; patienceMs: number }, ask: () => Promise<Result | null>): Promise<Result | null> {
    const bringing = this.bring(tenantId, now)
    bringing.catch(ifGone).catch(this.#options.onError)
    const answer = this.#known(tenantId) ? await ask().catch(ifGone) : null
    if (answer !== null) return answer
    // It was never there, or made room for others, or the thread broke.
    if (this.#known(tenantId)) this.#inMemory.delete(tenantId)
    await inTime(Promise.all([bringing.catch(() => {}), this.bring(tenantId, now)]), patienceMs)
    return ask()
  }

  #known(tenantId: string): InMemory | undefined {
    const known = this.#inMemory.get(tenantId)
    return known?.generation === this.#options.thread.generation ? known : undefined
  }

  async #bring(tenantId: string, known: InMemory | undefined): Promise<void> {
    const { units, thread } = this.#options
    await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
    const now = await knowledgeNow(unit)
    if (!now) return
    const learnt = await learntOf(unit)
    const { generation } = thread
    if (known && known.revision === now.revision) thread.learn(tenantId, learnt)
    else await thread.build(tenantId, contentOf(unit), learnt)
    this.#inMemory.set(tenantId, { revision: now.revision, learntAt: now.learntAt, generation })
  }
}

const learntOf = async (unit: ReadUnit): Promise<Uint8Array | null> =>
  (await unit.sql<{ learnt: Buffer | null }>('knowledge-learnt', LEARNT, [unit.tenantId]))[0]?.learnt ?? null

const ifGone = (error: unknown) => {
  if (error instanceof NoAnswer) return null
  throw error
}

/** Throws `NoAnswer` when it takes longer. */
function inTime<Result>(work: Promise<Result>, patienceMs: number): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new NoAnswer('It is not in memory yet.')), patienceMs)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}
