import { systemActor } from '../../../platform/actor.ts'
import type { Broadcast } from '../../../platform/broadcast.ts'
import { TenantAnswers } from '../../../platform/tenant-answers.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { openHolds, type OpenHold } from './service-hold.store.ts'
import { SERVICE_RULES, stateUnder, type ServiceRules, type ServiceState } from './service-rules.ts'

/** What holds a tenant's service. */
export interface ServiceStanding {
  state: ServiceState
  /** The oldest first. */
  holds: OpenHold[]
}

/** Whoever has to know what may happen for a tenant. */
export interface ServiceReader {
  rules(tenantId: string): Promise<ServiceRules>
}

/** For what is built without tenants that owe anything. */
export const alwaysServed: ServiceReader = { rules: async () => SERVICE_RULES.ACTIVE }

/**
 * How the service of each tenant stands, remembered in this process: whoever handles a message asks at no cost. It reads on connections of
 * its own, so that nobody who holds one waits for another, and a unit that changes the state does not see it here before its commit.
 */
export class ServiceStates implements ServiceReader {
  readonly #units: Pick<Units, 'readPlatform'>
  readonly #answers: TenantAnswers<ServiceStanding>

  /** `units`: those for letting people in. */
  constructor({ units, broadcast }: { units: Pick<Units, 'readPlatform'>; broadcast: Broadcast }) {
    this.#units = units
    this.#answers = new TenantAnswers(broadcast, 'service.states')
  }

  standing(tenantId: string): Promise<ServiceStanding> {
    return this.#answers.of(tenantId, () => this.#read(tenantId))
  }

  async rules(tenantId: string): Promise<ServiceRules> {
    return SERVICE_RULES[(await this.standing(tenantId)).state]
  }

  async isSuspended(tenantId: string): Promise<boolean> {
    return !(await this.rules(tenantId)).isServed
  }

  forgetAfter(unit: Unit): void {
    this.#answers.forgetAfter(unit)
  }

  async #read(tenantId: string): Promise<ServiceStanding> {
    await using unit = this.#units.readPlatform({ actor: systemActor() })
    const holds = await openHolds(unit, tenantId)
    return { state: stateUnder(holds), holds }
  }
}
