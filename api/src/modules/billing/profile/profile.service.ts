import { isDay, localDay, type Day } from '../../../platform/day.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { Decimal, sum } from '../../../platform/money.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import { auditAt } from '../../../platform/tenant-audit.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { isPercent, moneyOf } from '../../plans/index.ts'
import { tenantMeant, type TenantRow } from '../../tenancy/index.ts'
import { loadAccounts } from '../account/account.store.ts'
import { mayDescribeBilling, mayReadBilling, maySetTerms } from '../billing.policy.ts'
import { overdueOn } from '../life/account.ts'
import type { TaxRate } from '../rating/totals.ts'

interface ProfileRow {
  legalName: string
  taxId: string
  address: string
  email: string
  paymentTermDays: number | null
  taxes: TaxRate[]
  version: number
}

export interface Described {
  tenantId?: string | null
  version: number
  name: string
  taxId: string
  address: string
  email: string
}

export interface NewTerms {
  tenantId: string
  version: number
  paymentTermDays?: number | null
  taxes: TaxRate[]
}

const PROFILE = `
  select legal_name as "legalName", tax_id as "taxId", address, email, payment_term_days as "paymentTermDays", taxes, version from billing_profile where tenant_id = $1`

const DESCRIBE = `
  insert into billing_profile as known (tenant_id, legal_name, tax_id, address, email, version) values ($1, $2, $3, $4, $5, 2)
  on conflict (tenant_id) do update set legal_name = excluded.legal_name, tax_id = excluded.tax_id, address = excluded.address, email = excluded.email, version = known.version + 1
    where known.version = $6 returning version`

const SET_TERMS = `
  insert into billing_profile as known (tenant_id, legal_name, tax_id, address, email, payment_term_days, taxes, version) values ($1, $2, '', '', '', $3, $4::jsonb, 2)
  on conflict (tenant_id) do update set payment_term_days = excluded.payment_term_days, taxes = excluded.taxes, version = known.version + 1
    where known.version = $5 returning version`

/** Whom invoices are written to, and how a tenant stands. */
export class BillingProfiles {
  async see(unit: ReadUnit, tenantId?: string | null) {
    if (!mayReadBilling(unit.actor)) throw new Forbidden()
    return view(unit, await tenantMeant(unit, tenantId))
  }

  async describe(unit: Unit, { tenantId, version, ...typed }: Described) {
    if (!mayDescribeBilling(unit.actor)) throw new Forbidden()
    const tenant = await tenantMeant(unit, tenantId)
    const [name, taxId, address, email] = [typed.name.trim(), typed.taxId.trim(), typed.address.trim(), typed.email.trim()]
    if (!name || name.length > 200) return new InvalidInput('name', '1 to 200 characters.')
    if (taxId.length > 40) return new InvalidInput('taxId', 'At most 40 characters.')
    if (address.length > 500) return new InvalidInput('address', 'At most 500 characters.')
    if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return new InvalidInput('email', 'Not an address of mail.')
    if (!await this.#isPresent(unit, tenant, version)) return new ChangedMeanwhile()
    const kept = await unit.sql('billing-profile-describe', DESCRIBE, [tenant.id, name, taxId, address, email, version])
    if (kept.length === 0) return new ChangedMeanwhile()
    await auditAt(unit, tenant.id, { action: 'billing-profile.changed', targetType: 'tenant', targetId: tenant.id, detail: { name, taxId } })
    return view(unit, tenant)
  }

  async setTerms(unit: Unit, { tenantId, version, paymentTermDays = null, taxes }: NewTerms) {
    if (!maySetTerms(unit.actor)) throw new Forbidden()
    const tenant = await tenantMeant(unit, tenantId)
    if (paymentTermDays !== null && (paymentTermDays < 0 || paymentTermDays > 365)) return new InvalidInput('paymentTermDays', '0 to 365.')
    if (taxes.length > 20 || !taxes.every(({ name, percent, from }) => name.trim() && name.length <= 30 && isPercent(percent) && isDay(from))) return new InvalidInput('taxes', 'At most 20, each with a name, a percentage and a day.')
    const sorted = taxes.map(({ name, percent, from }) => ({ name: name.trim(), percent, from })).toSorted((one, other) => (one.from < other.from ? -1 : 1))
    if (!await this.#isPresent(unit, tenant, version)) return new ChangedMeanwhile()
    const kept = await unit.sql('billing-profile-terms', SET_TERMS, [tenant.id, tenant.name, paymentTermDays, JSON.stringify(sorted), version])
    if (kept.length === 0) return new ChangedMeanwhile()
    await auditAt(unit, tenant.id, { action: 'billing-terms.changed', targetType: 'tenant', targetId: tenant.id, detail: { paymentTermDays, taxes: sorted } })
    return view(unit, tenant)
  }

  /** Where nothing was written down yet, it is the first version. */
  async #isPresent(unit: Unit, { id }: TenantRow, version: number): Promise<boolean> {
    return ((await profileOf(unit, id))?.version ?? 1) === version
  }
}

const profileOf = async (unit: ReadUnit, tenantId: string): Promise<ProfileRow | undefined> => (await unit.sql<ProfileRow>('billing-profile', PROFILE, [tenantId]))[0]

async function view(unit: ReadUnit, tenant: TenantRow) {
  const [profile, [account]] = await Promise.all([profileOf(unit, tenant.id), loadAccounts(unit, [tenant.id])])
  const today: Day = localDay(unit.now, tenant.timeZone)
  const invoices = account?.invoices.filter(({ state }) => state !== 'DRAFT') ?? []
  const of = (amounts: Decimal.Value[]) => moneyOf(sum(amounts).toFixed(), tenant.currency)
  return {
    __typename: 'BillingProfile' as const, id: tenant.id,
    customer: { name: profile?.legalName ?? tenant.name, taxId: profile?.taxId ?? '', address: profile?.address ?? '', email: profile?.email ?? '' },
    paymentTermDays: profile?.paymentTermDays ?? null, taxes: profile?.taxes ?? [], owed: of(invoices.map(({ open }) => open)),
    overdue: of(overdueOn(invoices, today).map(({ open }) => open)), credit: of([account?.credit ?? '0']),
    suspendedFrom: account?.suspension?.startsOn ?? null, suspendedUntil: account?.suspension?.until ?? null, cancelledOn: account?.cancelledOn ?? null, version: profile?.version ?? 1,
  }
}
