import type { ReadUnit } from '../../../platform/unit.ts'
import type { SubscriptionItem } from '../../plans/index.ts'
import type { AgreedItems } from '../life/account.ts'
import type { ContractFacts } from '../life/contracts.ts'

type Of<Row> = Row & { tenantId: string }

const CONTRACTS = `
  select tenant_id as "tenantId", id, previous_id as "previousId", phase, terms, valid_until as "validUntil", signed_on as "signedOn", starts_on as "startsOn", ends_on as "endsOn", term,
    declined_on as "declinedOn", warned_days as "warnedDays", provisional_until as "provisionalUntil", ended_on as "endedOn"
  from contract where tenant_id = any($1::uuid[]) and phase not in ('WITHDRAWN', 'LAPSED') order by tenant_id, created_at, id`

const AGREED = `
  select l.tenant_id as "tenantId", l.contract_id as "contractId", l.id, l.product_key as "productKey", l.product_kind as "productKind", l.name, l.quantity, c.currency, l.prices,
    l.discount_percent as "discountPercent", l.entitlements, c.starts_on as "startsOn", null as "endsOn"
  from contract_line l join contract c on c.tenant_id = l.tenant_id and c.id = l.contract_id
  where l.tenant_id = any($1::uuid[]) and c.phase = 'SIGNED' order by l.tenant_id, l.contract_id, l.position`

export interface TenantContracts {
  contracts: ContractFacts[]
  /** What begins with those that are signed and wait for their day. */
  agreed: AgreedItems[]
}

export async function contractBooks(unit: ReadUnit, tenantIds: readonly string[]): Promise<Map<string, TenantContracts>> {
  const [contracts, lines] = await Promise.all([
    unit.sql<Of<ContractFacts>>('billing-contracts', CONTRACTS, [tenantIds]),
    unit.sql<Of<SubscriptionItem>>('billing-agreed', AGREED, [tenantIds]),
  ])
  const agreed = Map.groupBy(lines, line => line.tenantId)
  return new Map([...Map.groupBy(contracts, one => one.tenantId)].map(([tenantId, of]) => [tenantId, {
    contracts: of, agreed: [...Map.groupBy(agreed.get(tenantId) ?? [], line => line.contractId!)].map(([contractId, items]) => ({ contractId, items })),
  }]))
}
