import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Unit } from '../../platform/unit.ts'
import { officeHours } from './business-calendar.ts'
import { BusinessHours } from './business-hours.entity.ts'
import { Reseller } from './reseller.entity.ts'
import { Tenant, type InstitutionKind, type TenantProfile } from './tenant.entity.ts'
import { SlugTaken } from './tenant.errors.ts'
import { currencyProblem, profileProblem, slugProblem } from './tenant-input.ts'
import { mayConfigure, mayCreateTenant, sellerFor } from './tenant.policy.ts'

export interface NewTenant extends TenantProfile {
  id?: string
  slug: string
  institution: InstitutionKind
  currency: string
  resellerId?: string | null
}

export class TenantService {
  /** In a platform unit. Its owner is invited by those who know about people. */
  async create(unit: Unit, input: NewTenant) {
    if (!mayCreateTenant(unit.actor)) throw new Forbidden()
    const problem = slugProblem(input.slug) ?? currencyProblem(input.currency) ?? profileProblem(input)
    if (problem) return problem
    const resellerId = sellerFor(unit.actor, input.resellerId)
    if (resellerId && !await unit.em.findOne(Reseller, { id: resellerId })) throw new NotFound('The reseller')
    const id = await insertTenant(unit, { ...input, resellerId })
    if (!id) return new SlugTaken()
    unit.em.create(BusinessHours, {
      id: newId(unit.now),
      tenantId: id,
      intervals: officeHours(),
      holidays: [],
      version: 1,
    })
    unit.audit({ action: 'tenant.created', targetType: 'tenant', targetId: id, detail: { slug: input.slug } })
    return unit.em.findOneOrFail(Tenant, { id })
  }

  async changeProfile(unit: Unit, profile: TenantProfile) {
    if (!mayConfigure(unit.actor, unit.tenantId)) throw new Forbidden()
    const problem = profileProblem(profile)
    if (problem) return problem
    const tenant = await unit.em.findOneOrFail(Tenant, { id: unit.tenantId })
    tenant.describe({ ...profile, name: profile.name.trim() })
    unit.audit({
      action: 'tenant.changed',
      targetType: 'tenant',
      targetId: tenant.id,
      detail: { ...profile },
    })
    return tenant
  }
}

// Two creations with one slug may meet: the second learns it from the index, its transaction unbroken.
async function insertTenant({ kysely, now }: Unit, input: NewTenant): Promise<string | undefined> {
  const row = {
    id: input.id ?? newId(now),
    name: input.name.trim(),
    slug: input.slug,
    sector: input.sector,
    institution: input.institution,
    time_zone: input.timeZone,
    language: input.language,
    currency: input.currency,
    reseller_id: input.resellerId ?? null,
    created_at: now,
  }
  const inserted = await kysely.insertInto('tenant').values(row)
    .onConflict(conflict => conflict.column('slug').doNothing()).returning('id').executeTakeFirst()
  return inserted?.id
}
