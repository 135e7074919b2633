import { systemActor } from '../../platform/actor.ts'
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
  units: Pick<Units, 'read'>
  remembered: TenantAnswers<Standing>
}

/** What tenants' plans include, as everybody asks who lets something happen. Remembered for a moment, so it mostly costs no statement. */
export class EntitlementBook {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** True, false or how many; null where there is no limit. In a unit of the tenant. */
  async of(unit: ReadUnit, feature: Feature): Promise<boolean | number | null> {
    const standing = await this.#parts.remembered.get(unit, () => standingOf(unit))
    return entitledTo(standing, feature, localDay(unit.now, standing.timeZone))
  }

  async includes(unit: ReadUnit, feature: Feature): Promise<boolean> {
    const value = await this.of(unit, feature)
    return value !== false && value !== 0
  }

  /** Throws where the plan does not include it. */
  async demand(unit: ReadUnit, feature: Feature): Promise<void> {
    if (!await this.includes(unit, feature)) throw new NotIncluded(feature)
  }

  /** Throws where that many are more than the plan includes. */
  async demandRoom(unit: ReadUnit, feature: Feature, used: number): Promise<void> {
    const limit = await this.of(unit, feature)
    if (typeof limit === 'number' && used > limit) throw new NotIncluded(feature, limit)
  }

  /** For an operation of somebody in a tenant; above tenants nothing is asked. */
  for(tenantId: string | undefined): Entitlements {
    return {
      has: async feature => {
        if (!tenantId || !isFeature(feature)) return true
        await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
        return await this.includes(unit, feature)
      },
    }
  }
}

async function standingOf(unit: ReadUnit): Promise<Standing> {
  const [subscribed, [tenant]] = await Promise.all([subscribedOf(unit, unit.tenantId), loadTenants(unit, [unit.tenantId])])
  return { ...subscribed, timeZone: tenant!.timeZone }
}
