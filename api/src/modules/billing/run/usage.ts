import { addMonths, type Day } from '../../../platform/day.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { usedInMonths, type UsedDays, type UsedInMonth } from '../../conversations/index.ts'
import { callsInMonths } from '../../predictive/index.ts'
import type { Account } from '../life/account.ts'
import { coverOf } from '../life/contracts.ts'
import { sinceOf } from '../life/drafting.ts'
import { COUNTERS, overageDays } from '../rating/dues.ts'
import type { Used } from '../rating/facts.ts'
import type { Days } from '../rating/stretch.ts'

/** Usage of a closed month, of the days on which it is owed. */
interface Asked {
  tenantId: string
  month: Day
  stretches: Days[]
  /** By which it is known again. */
  days: string
}

interface Counted extends UsedInMonth {
  days: string
  predictiveCalls: number
}

const KNOWN = `
  select u.tenant_id as "tenantId", u.month, u.days, u.conversations, u.uic, u.bic, u.predictive_calls as "predictiveCalls",
    u.late_conversations as "lateConversations", u.late_uic as "lateUic", u.late_bic as "lateBic"
  from billing_usage u join unnest($1::uuid[], $2::date[], $3::text[]) as a (tenant_id, month, days) on a.tenant_id = u.tenant_id and a.month = u.month and a.days = u.days`

const KEEP = `
  insert into billing_usage (tenant_id, month, days, conversations, uic, bic, predictive_calls, late_conversations, late_uic, late_bic)
  select "tenantId", month, days, conversations, uic, bic, "predictiveCalls", "lateConversations", "lateUic", "lateBic"
  from jsonb_to_recordset($1::jsonb) as u ("tenantId" uuid, month date, days text, conversations int, uic int, bic int, "predictiveCalls" int, "lateConversations" int, "lateUic" int, "lateBic" int)
  on conflict do nothing`

/** Of what nobody counted before, everything in one statement, whatever the number of tenants. Their months must be closed. */
export async function countUsage(unit: Unit, accounts: readonly Account[], month: Day): Promise<void> {
  const asked = accounts.flatMap(account => askedOf(account, month))
  const known = new Set((await knownOf(unit, asked)).map(keyOf))
  const missing = asked.filter(one => !known.has(keyOf(one)))
  const [used, calls] = await Promise.all([usedInMonths(unit, missing.flatMap(usedDaysOf)), callsInMonths(unit, missing)])
  const [usedBy, callsBy] = [new Map(used.map(one => [monthKey(one), one])), new Map(calls.map(one => [monthKey(one), one.calls]))]
  await unit.sql('billing-usage-keep', KEEP, [JSON.stringify(missing.map(({ tenantId, month: of, days }): Counted => ({
    ...NOTHING, ...usedBy.get(monthKey({ tenantId, month: of })), tenantId, month: of, days, predictiveCalls: callsBy.get(monthKey({ tenantId, month: of })) ?? 0,
  })))])
}

/** The accounts, knowing what was counted. */
export async function withUsage(unit: ReadUnit, accounts: readonly Account[], month: Day): Promise<Account[]> {
  const counted = Map.groupBy(await knownOf(unit, accounts.flatMap(account => askedOf(account, month))), one => one.tenantId)
  return accounts.map(account => ({ ...account, used: (counted.get(account.tenantId) ?? []).flatMap(usedOf) }))
}

const knownOf = (unit: ReadUnit, asked: readonly Asked[]): Promise<Counted[]> =>
  unit.sql<Counted>('billing-usage-known', KNOWN, [asked.map(({ tenantId }) => tenantId), asked.map(({ month }) => month), asked.map(({ days }) => days)])

function askedOf(account: Account, before: Day): Asked[] {
  if (!account.items.some(({ prices }) => COUNTERS.some(counter => prices[counter]) || prices.MINIMUM)) return []
  const facts = { covered: coverOf(account.book), suspended: account.suspended }
  const asked: Asked[] = []
  for (let month = sinceOf(account, before); month < before; month = addMonths(month, 1)) {
    const stretches = overageDays(facts, month)
    const isWhole = stretches[0]?.startsOn === month && stretches[0].endsOn === addMonths(month, 1)
    if (stretches.length > 0) asked.push({ tenantId: account.tenantId, month, stretches, days: isWhole ? '' : stretches.map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`).join(' ') })
  }
  return asked
}

const usedDaysOf = ({ tenantId, month, stretches, days }: Asked): UsedDays[] =>
  stretches.map((stretch, index) => ({ tenantId, month, days: days === '' ? null : stretch, withLate: index === 0 }))

const usedOf = ({ month, conversations, uic, bic, predictiveCalls, lateConversations, lateUic, lateBic }: Counted): Used[] => [
  { month, counter: 'CONVERSATION', units: conversations, late: lateConversations }, { month, counter: 'UIC', units: uic, late: lateUic },
  { month, counter: 'BIC', units: bic, late: lateBic }, { month, counter: 'PREDICTIVE_CALLS', units: predictiveCalls },
]

const NOTHING = { conversations: 0, uic: 0, bic: 0, lateConversations: 0, lateUic: 0, lateBic: 0 }
const monthKey = ({ tenantId, month }: { tenantId: string; month: Day }) => `${tenantId} ${month}`
const keyOf = ({ days, ...one }: { tenantId: string; month: Day; days: string }) => `${monthKey(one)} ${days}`
