import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { ServiceStanding, Tenant } from '../../../contract.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import type { TenantRow } from '../tenant.queries.ts'
import { mayReadHolds } from '../tenant.policy.ts'
import type { ServiceStanding as Standing, ServiceStates } from './service-states.ts'

@Resolver(() => Tenant)
export class ServiceResolver {
  readonly #states: Pick<ServiceStates, 'standing'>

  constructor(states: Pick<ServiceStates, 'standing'>) {
    this.#states = states
  }

  @FieldResolver(() => ServiceStanding)
  async service(@Root() { id }: TenantRow, @Ctx() { actor }: Context) {
    return shownTo(actor, id, await this.#states.standing(id))
  }
}

function shownTo(actor: Actor, tenantId: string, { state, holds }: Standing) {
  if (!mayReadHolds(actor, tenantId)) return { state, since: null, until: null, holds: [] }
  const whole = holds.filter(hold => hold.scope === 'WHOLE')
  const decisive = whole.length > 0 ? whole : holds
  const until = decisive.flatMap(hold => hold.until ?? []).toSorted().at(-1) ?? null
  return { state, since: decisive[0]?.since ?? null, until, holds }
}
