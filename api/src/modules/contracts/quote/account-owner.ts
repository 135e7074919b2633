import type { ReadUnit } from '../../../platform/unit.ts'

/** Who answers for a customer on the seller's side. */
export interface AccountOwner {
  accountOwnerId: string | null
  accountOwnerName: string | null
  accountOwnerEmail: string | null
}

export const NOBODY: AccountOwner = { accountOwnerId: null, accountOwnerName: null, accountOwnerEmail: null }

// In a platform unit: a tenant's never looks at app_user.
const SELLING = `
  select u.id as "accountOwnerId", u.name as "accountOwnerName", u.email as "accountOwnerEmail" from app_user u
  where u.disabled_at is null and (u.id = $1 or lower(u.email) = lower($2)) and (
    exists (select from operator o where o.user_id = u.id)
    or exists (select from reseller_member m where m.user_id = u.id and m.disabled_at is null and m.reseller_id = $3))`

const find = async (unit: ReadUnit, userId: string | null, email: string | null, sellerId: string | null): Promise<AccountOwner | undefined> =>
  (await unit.sql<AccountOwner & object>('account-owner', SELLING, [userId, email, sellerId]))[0]

/** The one who acts, if it is a person who sells. */
export async function whoSells(unit: ReadUnit): Promise<AccountOwner> {
  const { actor } = unit
  if (actor.kind !== 'OPERATOR' && actor.kind !== 'RESELLER') return NOBODY
  return await find(unit, actor.userId, null, actor.kind === 'RESELLER' ? actor.resellerId : null) ?? NOBODY
}

/** An operator, or somebody of the reseller's. */
export const sellerByEmail = (unit: ReadUnit, email: string, sellerId: string | null): Promise<AccountOwner | undefined> => find(unit, null, email.trim(), sellerId)
