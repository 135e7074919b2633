import { addDays, addMonths, daysBetween, firstOfMonth, localDay, type Day } from '../../../platform/day.ts'
import { Forbidden } from '../../../platform/errors.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { usedInMonths } from '../../conversations/index.ts'
import { moneyOf, subscribedOf, type Feature } from '../../plans/index.ts'
import { callsInMonths } from '../../predictive/index.ts'
import { tenantMeant, type TenantRow } from '../../tenancy/index.ts'
import { contractBooks } from '../account/contract-books.queries.ts'
import { mayReadQuotas } from '../billing.policy.ts'
import { coverOf } from '../life/contracts.ts'
import { quotaOn } from '../life/drafting.ts'
import { COUNTERS } from '../rating/dues.ts'
import type { Counter, Used } from '../rating/facts.ts'
import { monthQuota, runsOutOn } from '../rating/quota.ts'

const FEATURE: Record<Counter, Feature> = { CONVERSATION: 'CONVERSATIONS', UIC: 'WHATSAPP_UIC', BIC: 'WHATSAPP_BIC', PREDICTIVE_CALLS: 'PREDICTIVE_CALLS' }

/** What was counted in this month so far. */
export async function usedThisMonth(unit: ReadUnit, { id: tenantId }: Pick<TenantRow, 'id'>, today: Day): Promise<Used[]> {
  const month = firstOfMonth(today)
  const [[used], [calls]] = await Promise.all([usedInMonths(unit, [{ tenantId, month, days: null, withLate: true }]), callsInMonths(unit, [{ tenantId, month }])])
  return [
    { month, counter: 'CONVERSATION', units: used?.conversations ?? 0 }, { month, counter: 'UIC', units: used?.uic ?? 0 },
    { month, counter: 'BIC', units: used?.bic ?? 0 }, { month, counter: 'PREDICTIVE_CALLS', units: calls?.calls ?? 0 },
  ]
}

/** Units a day, by the days of this month and the one before it, today included. */
export async function paceOf(unit: ReadUnit, tenant: Pick<TenantRow, 'id'>, today: Day): Promise<Partial<Record<Counter, number>>> {
  const before = addMonths(firstOfMonth(today), -1)
  const [now, earlier] = [await usedThisMonth(unit, tenant, today), await usedThisMonth(unit, tenant, before)]
  const days = daysBetween(before, today) + 1
  const units = (counter: Counter) => [...now, ...earlier].filter(one => one.counter === counter).reduce((count, one) => count + one.units, 0)
  return Object.fromEntries(COUNTERS.map(counter => [counter, Math.max(0, units(counter)) / days] as const).filter(([, pace]) => pace > 0))
}

/** How far the quotas of this month are used, and when they run out at the present pace. */
export async function quotaUsage(unit: ReadUnit, named?: string | null) {
  if (!mayReadQuotas(unit.actor)) throw new Forbidden()
  const tenant = await tenantMeant(unit, named)
  const today = localDay(unit.now, tenant.timeZone)
  const month = firstOfMonth(today)
  const [used, subscribed, books] = [await usedThisMonth(unit, tenant, today), await subscribedOf(unit, tenant.id), await contractBooks(unit, [tenant.id])]
  const facts = { covered: coverOf({ isPublic: tenant.institution === 'PUBLIC', contracts: books.get(tenant.id)?.contracts ?? [] }), suspended: [] }
  const [elapsed, days] = [daysBetween(month, addDays(today, 1)), daysBetween(month, addMonths(month, 1))]
  return COUNTERS.map(counter => {
    const units = used.find(one => one.counter === counter)?.units ?? 0
    const quota = monthQuota(facts, month, day => quotaOn(subscribed, counter, day), [...subscribed.items, ...subscribed.overrides])
    const item = subscribed.items.find(one => one.prices[counter] !== undefined && one.startsOn <= today && (one.endsOn === null || one.endsOn > today))
    return {
      feature: FEATURE[counter], used: units, quota, percent: quota > 0 ? Math.floor((units / quota) * 100) : null, runsOutOn: quota > 0 ? runsOutOn({ month, used: units, quota, elapsed }) : null,
      expected: Math.round((units / elapsed) * days), unitPrice: item ? moneyOf(item.prices[counter]!, item.currency) : null,
    }
  }).filter(({ used: units, quota }) => units > 0 || quota > 0)
}
