import { systemActor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Entitlements } from '../../platform/contract/entitled.ts'
import { localDay } from '../../platform/day.ts'
import { NotIncluded } from '../../platform/errors.ts'
import type { TenantAnswers } from '../../platform/tenant-answers.ts'
import type { Units } from '../../platform/units.ts'
import { loadTenants } from '../tenancy/index.ts'
import { isFeature, type Feature } from './feature.ts'
import { entitledTo, type Subscribed } from './subscription.ts'
import { subscribedOf } from './subscription.store.ts'

export interface Standing extends Subscribed {
  timeZone: string
}

interface Parts {
  units: Pick<Units, 'read'>
  remembered: TenantAnswers<Standing>
  clock: Clock
}

/** What tenants' plans include, as everybody asks who lets something happen. Remembered for a moment, so it mostly costs no statement. */
export class EntitlementBook {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** True, false or how many; null where there is no limit. */
  async of(tenantId: string, feature: Feature): Promise<boolean | number | null> {
    const standing = await this.#parts.remembered.get({ tenantId }, () => this.#read(tenantId))
    return entitledTo(standing, feature, localDay(this.#parts.clock(), standing.timeZone))
  }

  async includes(tenantId: string, feature: Feature): Promise<boolean> {
    const value = await this.of(tenantId, feature)
    return value !== false && value !== 0
  }

  /** Throws where the plan does not include it. */
  async demand(tenantId: string, feature: Feature): Promise<void> {
    if (!await this.includes(tenantId, feature)) throw new NotIncluded(feature)
  }

  /** Throws where one more than there are already is more than the plan includes. */
  async demandRoom(tenantId: string, feature: Feature, used: number): Promise<void> {
    const limit = await this.of(tenantId, feature)
    if (typeof limit === 'number' && used >= limit) throw new NotIncluded(feature, limit)
  }

  /** For an operation of somebody in a tenant; above tenants nothing is asked. */
  for(tenantId: string | undefined): Entitlements {
    return { has: feature => !tenantId || !isFeature(feature) || this.includes(tenantId, feature) }
  }

  async #read(tenantId: string): Promise<Standing> {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    const [subscribed, [tenant]] = await Promise.all([subscribedOf(unit, tenantId), loadTenants(unit, [tenantId])])
    return { ...subscribed, timeZone: tenant?.timeZone ?? 'UTC' }
  }
}
