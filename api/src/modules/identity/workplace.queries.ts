import type { MemberRole } from '../../platform/actor.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { appOf } from './links.ts'

export interface Membership {
  tenantId: string
  memberId: string
  role: MemberRole
}

/** Where a person may work, in a platform unit. */
export interface Workplaces {
  isOperator: boolean
  resellerIds: string[]
  memberships: Membership[]
}

export async function workplacesOf({ kysely }: ReadUnit, userId: string): Promise<Workplaces> {
  const operator = await kysely
    .selectFrom('operator')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const resellers = await kysely
    .selectFrom('reseller_member')
    .select('reseller_id')
    .where('user_id', '=', userId)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  const memberships = await kysely
    .selectFrom('member')
    .innerJoin('tenant', 'tenant.id', 'member.tenant_id')
    .select(['member.tenant_id as tenantId', 'member.id as memberId', 'member.role'])
    .where('user_id', '=', userId)
    .where('disabled_at', 'is', null)
    .orderBy('tenant.name_key')
    .limit(200)
    .execute()
  return {
    isOperator: operator !== undefined,
    resellerIds: resellers.map(row => row.reseller_id),
    memberships,
  }
}

/** The app that a letter should lead a person to. */
export async function homeOf(unit: ReadUnit, userId: string): Promise<'admin' | 'agent'> {
  const { isOperator, resellerIds, memberships } = await workplacesOf(unit, userId)
  const onlyAgent = !isOperator && resellerIds.length === 0 && memberships.length > 0
  return onlyAgent && memberships.every(({ role }) => appOf(role) === 'agent') ? 'agent' : 'admin'
}
