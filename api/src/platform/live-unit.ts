import type { EntityManager } from '@mikro-orm/postgresql'
import type { Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Database } from './database.ts'
import { appendEvents, type NewLogEvent } from './event-log.ts'
import type { News, NewsItems } from './news.ts'
import { kyselyOf } from './unit-kysely.ts'
import { UnitEffects, enqueueJobs, writeAudit } from './unit-effects.ts'
import type { EntityManagers } from './unit-entities.ts'
import type { UnitTransaction } from './unit-transaction.ts'
import type { ClosableReadUnit, EnqueueOptions, NewAuditEntry, PayloadOf, Unit, UnitScope } from './unit.ts'

export interface LiveUnitOptions extends Required<Pick<UnitScope, 'actor' | 'now'>> {
  tenantId?: string
  transaction: UnitTransaction
  entityManagers: EntityManagers
  prepared: boolean
  wake?: (topic: string, about: string) => void
  news?: News
}

/** The unit as it is; what its user sees of it is `Unit` or `ReadUnit`. */
export class LiveUnit implements Unit, ClosableReadUnit {
  readonly actor: Actor
  readonly now: Date
  readonly #options: LiveUnitOptions
  readonly #effects = new UnitEffects()
  #em?: EntityManager
  #kysely?: Transaction<Database>

  constructor(options: LiveUnitOptions) {
    this.actor = options.actor
    this.now = options.now
    this.#options = options
  }

  get tenantId(): string {
    const { tenantId } = this.#options
    if (!tenantId) throw new Error('This platform unit has no tenant.')
    return tenantId
  }

  get em() {
    return (this.#em ??= this.#options.entityManagers.for(this.#options.transaction))
  }

  get kysely() {
    return (this.#kysely ??= kyselyOf(this.#options.transaction))
  }

  async sql<Row extends object>(name: string, text: string, values: unknown[] = []): Promise<Row[]> {
    const query = this.#options.prepared ? { name, text, values } : { text, values }
    return (await this.#options.transaction.query<Row & Record<string, unknown>>(query)).rows
  }

  record(...events: NewLogEvent[]) {
    this.#effects.events.push(...events)
  }

  enqueue<Name extends string>(job: Name, payload: PayloadOf<Name>, options: EnqueueOptions = {}) {
    this.#effects.jobs.push({ job, payload, ...options })
  }

  audit(entry: NewAuditEntry) {
    this.#effects.audits.push(entry)
  }

  afterCommit(then: () => void) {
    this.#effects.then.push(then)
  }

  wake(topic: string, about: string) {
    this.afterCommit(() => this.#options.wake?.(topic, about))
  }

  async tell<Name extends keyof NewsItems & string>(name: Name, item: NewsItems[Name]) {
    await this.#options.news?.tell(this, name, item)
  }

  /** Flush, audit, jobs, events, commit: in this order. Returns the number of the last event, if there was one. */
  async commit(): Promise<number | undefined> {
    const { transaction, tenantId } = this.#options
    const { events, jobs, audits } = this.#effects
    await this.#em?.flush()
    if (audits.length) await this.#write(writeAudit(audits, { actor: this.actor, now: this.now, tenantId }))
    if (jobs.length) await this.#write(enqueueJobs(jobs))
    if (!events.length) return void (await transaction.commit())
    const written = await transaction.commit(this.#named(appendEvents(this.tenantId, this.now, events)))
    return written!.rows.at(-1)!.seq as number
  }

  rollback() {
    return this.#options.transaction.rollback()
  }

  /** What follows a commit must not make it look failed. */
  announce(report: (error: unknown) => void) {
    for (const then of this.#effects.then) {
      try {
        then()
      } catch (error) {
        report(error)
      }
    }
  }

  close() {
    return this.#options.transaction.commit().then(
      () => undefined,
      () => this.rollback(),
    )
  }

  [Symbol.asyncDispose]() {
    return this.close()
  }

  #write(query: { name?: string; text: string; values?: unknown[] }) {
    return this.#options.transaction.query(this.#named(query))
  }

  #named<Query extends { name?: string }>(query: Query): Query {
    return this.#options.prepared ? query : { ...query, name: undefined }
  }
}
