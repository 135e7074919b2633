import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'

export interface Invitation {
  /** Of the member, of a tenant or of a reseller. */
  id: string
  tenantId: string | null
  email: string
  name: string
  /** What the place is called that it leads to. */
  place: string
  language: Language
}

/** In a platform unit. With `forUpdate`, the second of two who follow one link at once finds nothing. */
export async function invitationByHash(
  unit: ReadUnit,
  hash: Buffer,
  forUpdate = false,
): Promise<Invitation | undefined> {
  return (await tenantInvitation(unit, hash, forUpdate)) ?? resellerInvitation(unit, hash, forUpdate)
}

const tenantInvitation = (
  { kysely, now }: ReadUnit,
  hash: Buffer,
  forUpdate: boolean,
): Promise<Invitation | undefined> =>
  kysely
    .selectFrom('member as m')
    .innerJoin('tenant as t', 't.id', 'm.tenant_id')
    .select(['m.id', 'm.tenant_id as tenantId', 'm.email', 'm.name', 't.name as place', 't.language'])
    .where('m.invitation_hash', '=', hash)
    .where('m.invitation_expires_at', '>', now)
    .where('m.disabled_at', 'is', null)
    .$if(forUpdate, query => query.forUpdate('m'))
    .executeTakeFirst()

async function resellerInvitation(
  { kysely, now }: ReadUnit,
  hash: Buffer,
  forUpdate: boolean,
): Promise<Invitation | undefined> {
  const row = await kysely
    .selectFrom('reseller_member as m')
    .innerJoin('reseller as r', 'r.id', 'm.reseller_id')
    .select(['m.id', 'm.email', 'm.name', 'r.name as place'])
    .where('m.invitation_hash', '=', hash)
    .where('m.invitation_expires_at', '>', now)
    .where('m.disabled_at', 'is', null)
    .$if(forUpdate, query => query.forUpdate('m'))
    .executeTakeFirst()
  return row && { ...row, tenantId: null, language: 'ES' }
}

export const resetByHash = (
  { kysely, now }: ReadUnit,
  hash: Buffer,
): Promise<{ email: string; name: string } | undefined> =>
  kysely
    .selectFrom('app_user')
    .select(['email', 'name'])
    .where('reset_hash', '=', hash)
    .where('reset_expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
