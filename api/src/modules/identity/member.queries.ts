import { sql, type Selectable } from 'kysely'
import type { MemberRole } from '../../platform/actor.ts'
import { Forbidden } from '../../platform/errors.ts'
import { decodePageKey, likeText, pageOf, rowsFor, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { MemberTable } from './identity.tables.ts'
import { memberStatus, type MemberStatus } from './member.entity.ts'
import { mayListMembers } from './member.policy.ts'

export interface MemberRow {
  id: string
  tenantId: string
  userId: string | null
  name: string
  nameKey: string
  email: string
  role: MemberRole
  status: MemberStatus
  invitedAt: Date
  lastSeenAt: Date | null
}

export async function listMembers(
  unit: ReadUnit,
  args: PageArgs & { search?: string | null },
): Promise<Page<MemberRow>> {
  if (!mayListMembers(unit.actor)) throw new Forbidden()
  const [name, id] = args.after ? decodePageKey(args.after, ['', '']) : []
  const search = args.search?.trim()
  const rows = await unit.kysely.selectFrom('member').selectAll().where('tenant_id', '=', unit.tenantId)
    .$if(Boolean(search), query => query.where(sql<boolean>`
      (name_key like name_key(${likeText(search!)}) or lower(email) like lower(${likeText(search!)}))`))
    .$if(id !== undefined, query => query.where(sql<boolean>`(name_key, id) > (${name}, ${id}::uuid)`))
    .orderBy('name_key').orderBy('id').limit(rowsFor(args)).execute()
  return pageOf(rows.map(memberOf), args, member => [member.nameKey, member.id])
}

/** Reads members of the unit's tenant by their ids. */
export async function loadMembers(
  unit: ReadUnit,
  ids: readonly string[],
): Promise<(MemberRow | undefined)[]> {
  const text = 'select * from member where tenant_id = $1 and id = any($2::uuid[])'
  const rows = await unit.sql<Selectable<MemberTable>>('member-by-id', text, [unit.tenantId, ids])
  const members = new Map(rows.map(row => [row.id, memberOf(row)]))
  return ids.map(id => members.get(id))
}

/** A member whose role and standing stay as they are until the unit ends. To be asked for before a thread is locked. */
export async function holdMember(unit: Unit, id: string): Promise<MemberRow | undefined> {
  const text = 'select * from member where tenant_id = $1 and id = $2 for share'
  const [row] = await unit.sql<Selectable<MemberTable>>('member-hold', text, [unit.tenantId, id])
  return row && memberOf(row)
}

/** How many may enter in one of these roles. */
export async function activeMemberNames(unit: ReadUnit, roles: readonly MemberRole[], most: number): Promise<string[]> {
  const text = 'select name from member where tenant_id = $1 and role = any($2::text[]) and user_id is not null and disabled_at is null order by name_key, id limit $3'
  return (await unit.sql<{ name: string }>('member-active-names', text, [unit.tenantId, roles, most])).map(({ name }) => name)
}

export const memberOf = (row: Selectable<MemberTable>): MemberRow => ({
  id: row.id,
  tenantId: row.tenant_id,
  userId: row.user_id,
  name: row.name,
  nameKey: row.name_key,
  email: row.email,
  role: row.role,
  status: memberStatus({ disabledAt: row.disabled_at, userId: row.user_id }),
  invitedAt: row.invited_at,
  lastSeenAt: row.last_seen_at,
})

/** How many there are in these roles, invited or joined, without those who may not enter. */
export async function countMembers(unit: ReadUnit, roles: readonly MemberRole[]): Promise<number> {
  const [row] = await unit.sql<{ count: number }>('member-count', `
    select count(*)::int as count from member where tenant_id = $1 and role = any($2) and disabled_at is null`, [unit.tenantId, roles])
  return row!.count
}
