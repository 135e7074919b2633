import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit, ReadUnit } from '../../../platform/unit.ts'
import type { Day } from '../../../platform/day.ts'
import { agreed, pricesOf, type CatalogueService, type NewLine, type PriceMissing } from '../../plans/index.ts'
import type { TenantRow } from '../../tenancy/index.ts'
import type { LineRow } from '../contract/contract.row.ts'

export type QuotedLine = Omit<LineRow, 'id' | 'contractId'>

const MOST_LINES = 50

/** Lines as they were typed, with what the list of whoever sells to the tenant says today; or what is wrong with them. */
export async function quotedLines(
  unit: Unit | ReadUnit, catalogue: Pick<CatalogueService, 'offer'>, { tenant, lines, on }: { tenant: TenantRow; lines: readonly NewLine[]; on: Day },
): Promise<QuotedLine[] | InvalidInput | PriceMissing> {
  if (lines.length < 1 || lines.length > MOST_LINES) return new InvalidInput('lines', `1 to ${MOST_LINES}.`)
  const products = await catalogue.offer(unit, { tenantId: tenant.id, keys: lines.map(({ productKey }) => productKey), on })
  const done = agreed(lines, products, tenant.currency)
  if (!Array.isArray(done)) return done
  return done.map(line => ({ ...line, listPrices: pricesOf(products.find(({ key }) => key === line.productKey)!) }))
}
