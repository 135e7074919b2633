import type { EntityManager } from '@mikro-orm/postgresql'
import type { Kysely } from 'kysely'
import type { Actor } from './actor.ts'
import type { Database } from './database.ts'
import type { NewLogEvent } from './event-log.ts'
import type { NewsItems } from './news.ts'

export interface UnitScope {
  actor: Actor
  tenantId?: string
  /** The clock's time when left out. */
  now?: Date
}

export type TenantScope = UnitScope & { tenantId: string }

/** What a query operation shares: one read-only transaction, opened by its first statement. */
export interface ReadUnit {
  readonly em: EntityManager
  readonly kysely: Kysely<Database>
  readonly actor: Actor
  readonly now: Date
  /** Throws in a platform unit that has no tenant. */
  readonly tenantId: string
  /** A statement of the hot path, prepared once per connection under its name. */
  sql<Row extends object = Record<string, unknown>>(
    name: string,
    text: string,
    values?: unknown[],
  ): Promise<Row[]>
}

/** One transaction of one tenant: everything that changes the database happens in one of these. */
export interface Unit extends ReadUnit {
  /** Rows of the event log, written by the last statement before commit. */
  record(...events: NewLogEvent[]): void
  /** Runs after commit, and never for a unit that is rolled back. */
  enqueue<Name extends string>(job: Name, payload: PayloadOf<Name>, options?: EnqueueOptions): void
  audit(entry: NewAuditEntry): void
  afterCommit(then: () => void): void
  /** Wakes whoever waits for work of this name, in every process, after commit. May be lost: who waits also looks now and then. */
  wake(topic: string, about: string): void
  /** Those who listen act in this unit. */
  tell<Name extends keyof NewsItems & string>(name: Name, item: NewsItems[Name]): Promise<void>
}

export interface ClosableReadUnit extends ReadUnit, AsyncDisposable {
  close(): Promise<void>
}

/** A module names the payloads of its jobs: `declare module '../../platform/unit.ts' { interface JobPayloads { … } }` */
export interface JobPayloads {}

export type PayloadOf<Name extends string> = Name extends keyof JobPayloads ? JobPayloads[Name] : object

export interface EnqueueOptions {
  runAt?: Date
  /** A second job with the same key replaces the first while that one waits. */
  jobKey?: string
  /** Jobs of one queue run one after the other. */
  queue?: string
  maxAttempts?: number
}

export interface NewAuditEntry {
  action: string
  targetType: string
  targetId?: string
  detail?: object
}
