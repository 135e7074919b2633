import type { Actor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { HoldKind, HoldScope } from './service-rules.ts'

/** One that is not lifted. */
export interface OpenHold {
  kind: HoldKind
  scope: HoldScope
  reason: string
  since: Date
  /** `YYYY-MM-DD`, as it was announced. */
  until: string | null
}

const OPEN = `
  select kind, scope, reason, since, to_char(until, 'YYYY-MM-DD') as until from service_hold
  where tenant_id = $1 and lifted_at is null order by since, id`

/** The oldest first. */
export const openHolds = (unit: ReadUnit, tenantId: string): Promise<OpenHold[]> => unit.sql<OpenHold>('service-holds-open', OPEN, [tenantId])

const PLACE = `
  insert into service_hold (tenant_id, id, kind, scope, reason, since, until, placed_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`

export type NewHold = Pick<OpenHold, 'kind' | 'scope' | 'reason' | 'until'>

export async function insertHold(unit: Unit, tenantId: string, { kind, scope, reason, until }: NewHold): Promise<void> {
  await unit.sql('service-hold-place', PLACE, [tenantId, newId(unit.now), kind, scope, reason, unit.now, until, by(unit.actor)])
}

const POSTPONE = 'update service_hold set until = $3 where tenant_id = $1 and kind = $2 and lifted_at is null'

export async function announceUntil(unit: Unit, tenantId: string, { kind, until }: Pick<OpenHold, 'kind' | 'until'>): Promise<void> {
  await unit.sql('service-hold-until', POSTPONE, [tenantId, kind, until])
}

const LIFT = 'update service_hold set lifted_at = $3, lifted_by = $4 where tenant_id = $1 and kind = $2 and lifted_at is null'

export async function liftHold(unit: Unit, tenantId: string, kind: HoldKind): Promise<void> {
  await unit.sql('service-hold-lift', LIFT, [tenantId, kind, unit.now, by(unit.actor)])
}

const by = (actor: Actor): string => JSON.stringify(actor)
