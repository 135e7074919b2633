import { systemActor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Entitlements } from '../../platform/contract/entitled.ts'
import { localDay } from '../../platform/day.ts'
import { NotIncluded } from '../../platform/errors.ts'
import type { TenantAnswers } from '../../platform/tenant-answers.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { loadTenants } from '../tenancy/index.ts'
import { isFeature, type Feature } from './feature.ts'
import { entitledTo, type Subscribed } from './subscription.ts'
import { subscribedOf } from './subscription.store.ts'

export interface Standing extends Subscribed {
  timeZone: string
}

interface Parts {
  /** With connections of their own: whoever asks holds one of the tenants' already, and must not wait for a second. */
  units: Pick<Units, 'readPlatform'>
  remembered: TenantAnswers<Standing>
  clock: Clock
}

/** Of which tenant, and when: a unit of its own says both. */
type Asking = Pick<ReadUnit, 'tenantId' | 'now'>

/** What tenants' plans include, as everybody asks who lets something happen. Remembered for a moment, so it mostly costs no statement. */
export class EntitlementBook {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** True, false or how many; null where there is no limit. */
  async of({ tenantId, now }: Asking, feature: Feature): Promise<boolean | number | null> {
    const standing = await this.#parts.remembered.get({ tenantId }, () => this.#read(tenantId))
    return entitledTo(standing, feature, localDay(now, standing.timeZone))
  }

  async includes(unit: Asking, feature: Feature): Promise<boolean> {
    const value = await this.of(unit, feature)
    return value !== false && value !== 0
  }

  /** Throws where the plan does not include it. */
  async demand(unit: Asking, feature: Feature): Promise<void> {
    if (!await this.includes(unit, feature)) throw new NotIncluded(feature)
  }

  /** Throws where that many are more than the plan includes. */
  async demandRoom(unit: Asking, feature: Feature, used: number): Promise<void> {
    const limit = await this.of(unit, feature)
    if (typeof limit === 'number' && used > limit) throw new NotIncluded(feature, limit)
  }

  /** For an operation of somebody in a tenant; above tenants nothing is asked. */
  for(tenantId: string | undefined): Entitlements {
    return {
      has: feature => !tenantId || !isFeature(feature) || this.includes({ tenantId, now: this.#parts.clock() }, feature),
    }
  }

  async #read(tenantId: string): Promise<Standing> {
    await using unit = this.#parts.units.readPlatform({ actor: systemActor() })
    const [subscribed, [tenant]] = await Promise.all([subscribedOf(unit, tenantId), loadTenants(unit, [tenantId])])
    return { ...subscribed, timeZone: tenant!.timeZone }
  }
}
