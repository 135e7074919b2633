import type { Actor } from '../../platform/actor.ts'
import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { loadResellers, loadWholeTenants, type ResellerView, type TenantRow } from '../tenancy/index.ts'
import { memberOf, type MemberRow } from './member.queries.ts'
import { roleOf, type Role } from './roles.ts'
import { listSessions } from './session.queries.ts'
import { userIdOf } from './two-factor.service.ts'
import { User } from './user.entity.ts'
import { userView, type UserView } from './user.queries.ts'
import { workplacesOf } from './workplace.queries.ts'
import { sessionIdOf } from './workplace.service.ts'

export interface Workplace {
  tenant?: TenantRow | null
  reseller?: ResellerView | null
  role: Role
}

export interface ViewerView {
  user: UserView
  role?: Role
  tenant?: TenantRow
  reseller?: ResellerView
  member?: MemberRow
  workplaces: Workplace[]
}

/** What a person sees of herself: more than her tenant's role may read, so these open platform units. */
export class ViewerService {
  readonly #units: Units

  constructor(units: Units) {
    this.#units = units
  }

  async view(actor: Actor): Promise<ViewerView | null> {
    if (!('userId' in actor)) return null
    await using unit = this.#units.readPlatform({ actor })
    const workplaces = await placesOf(unit, actor.userId)
    const [tenant] = 'tenantId' in actor ? await loadWholeTenants(unit, [actor.tenantId]) : []
    const [reseller] = actor.kind === 'RESELLER' ? await loadResellers(unit, [actor.resellerId]) : []
    const user = await userView(unit, actor.userId)
    return {
      user,
      role: roleOf(actor),
      tenant,
      reseller,
      member: await memberBehind(unit, actor),
      workplaces,
    }
  }

  async sessions(actor: Actor) {
    await using unit = this.#units.readPlatform({ actor })
    return await listSessions(unit, userIdOf(actor), sessionIdOf(actor))
  }

  async changeLanguage(actor: Actor, language: Language): Promise<UserView> {
    return this.#units.platform({ actor }, async unit => {
      const user = await unit.em.findOneOrFail(User, { id: userIdOf(actor) })
      user.speak(language)
      await unit.em.flush()
      return userView(unit, user.id)
    })
  }
}

async function placesOf(unit: ReadUnit, userId: string): Promise<Workplace[]> {
  const { isOperator, resellerIds, memberships } = await workplacesOf(unit, userId)
  const resellers = await loadResellers(unit, resellerIds)
  const tenants = await loadWholeTenants(unit, memberships.map(({ tenantId }) => tenantId))
  return [
    ...(isOperator ? [{ role: 'OPERATOR' as const }] : []),
    ...resellers.map(reseller => ({ reseller, role: 'RESELLER' as const })),
    ...memberships.map(({ role }, i) => ({ tenant: tenants[i], role })),
  ]
}

async function memberBehind({ kysely }: ReadUnit, actor: Actor): Promise<MemberRow | undefined> {
  if (actor.kind !== 'MEMBER') return undefined
  const row = await kysely.selectFrom('member').selectAll().where('tenant_id', '=', actor.tenantId)
    .where('id', '=', actor.memberId).executeTakeFirst()
  return row && memberOf(row)
}
