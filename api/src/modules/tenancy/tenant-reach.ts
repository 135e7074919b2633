import type { Actor } from '../../platform/actor.ts'
import { NotFound } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { loadTenants } from './tenancy.loaders.ts'
import type { TenantRow } from './tenant.queries.ts'

/**
 * The tenant that is meant: the caller's own, whatever is named; for an operator the one that is named, for a reseller one of
 * those that it sold to. Not there and not hers look the same.
 */
export async function tenantMeant(unit: ReadUnit, named?: string | null): Promise<TenantRow> {
  const { actor } = unit
  const own = ownTenantOf(actor)
  const id = own ?? named
  if (!id || (own && named && named !== own)) throw new NotFound('The tenant')
  const [tenant] = await loadTenants(unit, [id])
  if (!tenant || (actor.kind === 'RESELLER' && tenant.resellerId !== actor.resellerId)) throw new NotFound('The tenant')
  return tenant
}

const ownTenantOf = (actor: Actor): string | undefined => ('tenantId' in actor ? actor.tenantId : undefined)
