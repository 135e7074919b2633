import type { Actor } from '../../../platform/actor.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { lock } from '../../../platform/lock.ts'
import { auditTenant } from '../../../platform/tenant-audit.ts'
import type { Unit } from '../../../platform/unit.ts'
import { announceUntil, insertHold, liftHold, openHolds, type OpenHold } from './service-hold.store.ts'
import { stateUnder, type HoldKind, type HoldScope, type ServiceState } from './service-rules.ts'
import type { ServiceStates } from './service-states.ts'

declare module '../../../platform/news.ts' {
  interface NewsItems {
    /** In a unit of the tenant's or of the platform's: go by the id. */
    'service.changed': ServiceChanged
  }
}

export interface ServiceChanged {
  tenantId: string
  before: ServiceState
  after: ServiceState
}

export interface HoldPlaced {
  kind: HoldKind
  /** A cancelled contract holds all of the service. */
  scope: HoldScope
  /** Why, for the tenant's administrators and for us. */
  reason: string
  /** What is announced, `YYYY-MM-DD`. Nothing is lifted by itself. */
  until?: string | null
}

/** Which tenant: that of the unit where nothing is said. Platform units have none, and say it. */
export interface HeldTenant {
  tenantId?: string
}

/** Holds the service of a tenant, and lets it go on. Whoever decides that (contracts, billing) calls here; run twice it is done once. */
export class ServiceHolds {
  readonly #states: Pick<ServiceStates, 'forgetAfter'>

  constructor(states: Pick<ServiceStates, 'forgetAfter'>) {
    this.#states = states
  }

  /** At most one of a kind is open: the same again changes nothing but what is announced, another scope takes its place. */
  place(unit: Unit, { kind, scope: asked, reason, until = null }: HoldPlaced, { tenantId = unit.tenantId }: HeldTenant = {}): Promise<ServiceState> {
    const scope = kind === 'CANCELLED' ? 'WHOLE' : asked
    return this.#change(unit, tenantId, async holds => {
      const open = holds.find(hold => hold.kind === kind)
      if (open?.scope === scope && open.until === until) return
      if (open?.scope === scope) await announceUntil(unit, tenantId, { kind, until })
      else {
        if (open) await liftHold(unit, tenantId, kind)
        await insertHold(unit, tenantId, { kind, scope, reason, until })
      }
      await this.#audit(unit, tenantId, 'service.held', { kind, scope, reason, until })
    })
  }

  /** Where none of the kind is open nothing happens. */
  lift(unit: Unit, kind: HoldKind, { tenantId = unit.tenantId }: HeldTenant = {}): Promise<ServiceState> {
    return this.#change(unit, tenantId, async holds => {
      if (!holds.some(hold => hold.kind === kind)) return
      await liftHold(unit, tenantId, kind)
      await this.#audit(unit, tenantId, 'service.released', { kind })
    })
  }

  /** As the unit sees it, what it changed itself included. */
  open(unit: Unit, { tenantId = unit.tenantId }: HeldTenant = {}): Promise<OpenHold[]> {
    return openHolds(unit, tenantId)
  }

  async #change(unit: Unit, tenantId: string, work: (holds: OpenHold[]) => Promise<void>): Promise<ServiceState> {
    if (!mayHold(unit.actor)) throw new Forbidden()
    await lock(unit, `service:${tenantId}`)
    if ((await unit.sql('service-tenant', 'select from tenant where id = $1', [tenantId])).length === 0) throw new NotFound('The tenant')
    const holds = await openHolds(unit, tenantId)
    await work(holds)
    const [before, after] = [stateUnder(holds), stateUnder(await openHolds(unit, tenantId))]
    this.#states.forgetAfter(unit)
    if (before !== after) await unit.tell('service.changed', { tenantId, before, after })
    return after
  }

  /** In the tenant's own trail, whoever did it, and an operator's doings in ours too. */
  async #audit(unit: Unit, tenantId: string, action: string, detail: object): Promise<void> {
    const entry = { action, targetType: 'tenant', targetId: tenantId, detail }
    const { kind, name, address } = unit.actor
    await auditTenant(unit, { tenantId, actor: { kind, name, address, ...'userId' in unit.actor && { userId: unit.actor.userId } }, ...entry })
    if (kind === 'OPERATOR') unit.audit(entry)
  }
}

/** Operators decide, jobs follow the calendar, and a contract that a reseller has signed lets the service go on. */
const mayHold = (actor: Actor): boolean => actor.kind === 'OPERATOR' || actor.kind === 'RESELLER' || actor.kind === 'SYSTEM'
