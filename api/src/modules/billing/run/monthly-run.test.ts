import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { Units } from '../../../platform/units.ts'
import { closeMonths } from '../../conversations/index.ts'
import { count, invoicesOf, linesOf, PLAN, sellTo, type Session } from '../billing.fixture.ts'
import { MonthlyRun } from './monthly-run.ts'

const database = useDatabase()

const at = (now: string, batch?: number) => {
  const units = database.openUnits({ clock: () => new Date(now) })
  return new MonthlyRun({ units, batch, settleBefore: async () => {} })
}
const january = (days: readonly number[], more: Partial<Session> = {}) => days.map(day => ({ openedAt: `2027-01-${String(day).padStart(2, '0')}T15:00:00Z`, ...more }))

test('a draft holds the month to come and what was used beyond the quota of the one before', async () => {
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-01' })
  await count(database.owner, tenantId, january([1, 2, 3, 4, 5]))
  await at('2027-02-01T06:00:00Z').run()
  expect(await linesOf(database, tenantId, '2027-01-01')).toEqual(['MONTHLY 2027-01 395.00'])
  expect(await linesOf(database, tenantId, '2027-02-01')).toEqual(['MONTHLY 2027-02 395.00', 'CONVERSATION 2027-01 0.10'])
})

test('a month begins where the tenant is', async () => {
  const [here, there] = [await sellTo(database.owner, { startsOn: '2027-01-01' }), await sellTo(database.owner, { startsOn: '2027-01-01', timeZone: 'Pacific/Auckland' })]
  await at('2027-01-31T12:00:00Z').run()
  expect([await linesOf(database, here, '2027-02-01'), await linesOf(database, there, '2027-02-01')].map(({ length }) => length)).toEqual([0, 1])
})

test('what comes to light later is counted in the next month, and says so', async () => {
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-01' })
  await count(database.owner, tenantId, january([1, 2, 3, 4]))
  await at('2027-02-01T06:00:00Z').run()
  const { rows: [closed] } = await database.owner.query('select closed_before::text from metering_close where tenant_id = $1', [tenantId])
  expect(closed).toEqual({ closed_before: '2027-02-01' })
  await count(database.owner, tenantId, [...january([9, 10], { month: '2027-02-01' }), ...january([1], { month: '2027-02-01', units: -1 }), ...[3, 4, 5].map(day => ({ openedAt: `2027-02-0${day}T15:00:00Z` }))])
  await at('2027-03-01T06:00:00Z').run()
  const { rows } = await database.owner.query('select units, included, late, amount::text from invoice_line where tenant_id = $1 and charge = $2 order by month', [tenantId, 'CONVERSATION'])
  expect(rows.map(({ units, late }) => ({ units, late }))).toEqual([{ units: 4, late: null }, { units: 4, late: 1 }])
})

test('units of days without contract are not owed', async () => {
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-16', items: [{ ...PLAN, startsOn: '2027-01-16' }] })
  await count(database.owner, tenantId, january([1, 2, 3, 16, 17, 18, 19]))
  await at('2027-02-01T06:00:00Z').run()
  expect(await linesOf(database, tenantId, '2027-02-01')).toEqual(['MONTHLY 2027-01 203.87', 'MONTHLY 2027-02 395.00', 'CONVERSATION 2027-01 0.10'])
})

test('a month that is not over is not closed', async () => {
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-01' })
  await database.openUnits({ clock: () => new Date('2027-01-31T23:00:00Z') }).platform({ actor: systemActor() }, unit => closeMonths(unit, [tenantId], '2027-01-01'))
  expect((await database.owner.query('select from metering_close where tenant_id = $1', [tenantId])).rowCount).toBe(0)
})

describe('invoices are the same to the byte', () => {
  async function company() {
    const tenants: string[] = []
    for (let index = 0; index < 9; index++) {
      const tenantId = await sellTo(database.owner, {
        startsOn: `2027-01-${String(1 + index * 3).padStart(2, '0')}`,
        items: [PLAN, { productKey: 'WHATSAPP_3000', kind: 'WHATSAPP', prices: { MINIMUM: '250', UIC: '0.04', BIC: '0.09' }, entitlements: { WHATSAPP_UIC: index } }, { productKey: 'QR', kind: 'ADD_ON', prices: { MONTHLY: '33.33' }, endsOn: '2027-02-11' }],
      })
      await count(database.owner, tenantId, january(Array.from({ length: 28 }, (_, day) => day + 1), { kind: index % 2 ? 'WHATSAPP' : 'WEB', initiator: index % 3 ? 'UIC' : 'BIC' }))
      tenants.push(tenantId)
    }
    return tenants
  }

  async function forget(tenants: string[]) {
    for (const table of ['invoice', 'billing_usage', 'metering_close', 'billing_account']) await database.owner.query(`delete from ${table} where tenant_id = any($1::uuid[])`, [tenants])
  }

  const LAST = '2027-03-01T06:00:00Z'

  test('however large the batches are, and however often it runs', async () => {
    const tenants = await company()
    await at(LAST).run()
    const once = await invoicesOf(database, tenants)
    expect(once).toContain('MINIMUM')
    await at(LAST).run()
    expect(await invoicesOf(database, tenants)).toBe(once)
    await forget(tenants)
    await Promise.all([at(LAST, 1).run(), at(LAST, 2).run()])
    expect(await invoicesOf(database, tenants)).toBe(once)
  })

  test('wherever it was interrupted', async () => {
    const tenants = await company()
    await at(LAST).run()
    const once = await invoicesOf(database, tenants)
    await forget(tenants)
    const whole = database.openUnits({ clock: () => new Date(LAST) })
    for (let steps = 2; ; steps += 5) {
      let left = steps
      const dying: Pick<Units, 'platform' | 'readPlatform'> = {
        readPlatform: scope => whole.readPlatform(scope),
        platform: (scope, work) => whole.platform(scope, async unit => {
          const result = await work(unit)
          if (left-- === 0) throw new Error('The process ended.')
          return result
        }),
      }
      const ended = await new MonthlyRun({ units: dying, batch: 2, settleBefore: async () => {} }).run().then(() => true, () => false)
      if (ended) break
    }
    expect(await invoicesOf(database, tenants)).toBe(once)
  })
})
