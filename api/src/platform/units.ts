import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { systemClock, type Clock } from './clock.ts'
import type { Pools } from './database.ts'
import { LiveUnit } from './live-unit.ts'
import type { News } from './news.ts'
import { EntityManagers, type Entities } from './unit-entities.ts'
import { UnitTransaction } from './unit-transaction.ts'
import type { ClosableReadUnit, TenantScope, Unit, UnitScope } from './unit.ts'

export interface UnitsOptions {
  pools: Pick<Pools, 'app' | 'platform'>
  entities?: Entities
  clock?: Clock
  /** Told after each commit that wrote to a tenant's event log. */
  ring?: (tenantId: string, seq: number) => void
  /** Told after a commit that left work for others. */
  wake?: (topic: string, about: string) => void
  /** To whom units tell what happens in them; nobody when left out. */
  news?: News
  /** See DatabaseSettings. */
  transactionPooler?: boolean
  onError?: (error: unknown) => void
}

const RETRIES = 3
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

/** Opens units. A unit is tried again when PostgreSQL asks for it, so its work touches nothing but the unit. */
export class Units {
  readonly #options: UnitsOptions
  readonly #entityManagers: EntityManagers

  constructor(options: UnitsOptions) {
    this.#options = options
    this.#entityManagers = new EntityManagers(options.entities ?? [])
  }

  tenant<Result>(scope: TenantScope, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#run(() => this.#open(this.#options.pools.app, scope), scope, work)
  }

  platform<Result>(scope: UnitScope, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#run(() => this.#open(this.#options.pools.platform, scope), scope, work)
  }

  read(scope: TenantScope): ClosableReadUnit {
    return this.#open(this.#options.pools.app, scope, true)
  }

  readPlatform(scope: UnitScope): ClosableReadUnit {
    return this.#open(this.#options.pools.platform, scope, true)
  }

  #open(pool: pg.Pool, { actor, tenantId, now }: UnitScope, readOnly = false): LiveUnit {
    return new LiveUnit({
      actor,
      tenantId,
      now: now ?? (this.#options.clock ?? systemClock)(),
      transaction: new UnitTransaction({ pool, tenantId, readOnly }),
      entityManagers: this.#entityManagers,
      prepared: !this.#options.transactionPooler,
      wake: this.#options.wake,
      news: this.#options.news,
    })
  }

  async #run<Result>(
    open: () => LiveUnit,
    scope: UnitScope,
    work: (unit: Unit) => Promise<Result>,
  ): Promise<Result> {
    for (let turn = 0; ; turn++) {
      try {
        return await this.#once(open(), scope, work)
      } catch (error) {
        if (turn === RETRIES || !mayTryAgain(error)) throw error
        await sleep(Math.random() * 20 * 2 ** turn)
      }
    }
  }

  async #once<Result>(
    unit: LiveUnit,
    scope: UnitScope,
    work: (unit: Unit) => Promise<Result>,
  ): Promise<Result> {
    const { result, seq } = await this.#commit(unit, work)
    if (seq !== undefined) unit.afterCommit(() => this.#options.ring?.(scope.tenantId!, seq))
    unit.announce(this.#options.onError ?? console.error)
    return result
  }

  async #commit<Result>(unit: LiveUnit, work: (unit: Unit) => Promise<Result>) {
    try {
      const result = await work(unit)
      return { result, seq: await unit.commit() }
    } catch (error) {
      await unit.rollback()
      throw error
    }
  }
}

function mayTryAgain(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as pg.DatabaseError
    if (code === SERIALIZATION_FAILURE || code === DEADLOCK) return true
  }
  return false
}
