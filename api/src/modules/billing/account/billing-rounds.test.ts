import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import { diskStore } from '../../../platform/files/disk-store.ts'
import { newId } from '../../../platform/ids.ts'
import { Jobs } from '../../../platform/jobs.ts'
import { News } from '../../../platform/news.ts'
import { systemActor } from '../../../platform/actor.ts'
import { createContracts } from '../../contracts/index.ts'
import { createPlans } from '../../plans/index.ts'
import { ServiceHolds, ServiceStates } from '../../tenancy/index.ts'
import { sellTo } from '../billing.fixture.ts'
import { createBilling } from '../index.ts'

const database = useDatabase()

/** The commercial modules as they are, with a clock that is set. */
function scene(start: string) {
  const time = { now: new Date(start) }
  const errors: unknown[] = []
  const news = new News()
  const units = database.openUnits({ clock: () => time.now, news })
  const broadcast = openBroadcast({ onError: error => { throw error } })
  const holds = new ServiceHolds(new ServiceStates({ units, broadcast }))
  const plans = createPlans({ units, clock: () => new Date(), broadcast, news, inForce: async () => undefined })
  const onError = (error: unknown) => void errors.push(error)
  const contracts = createContracts({
    units, jobs: new Jobs({ pool: database.pools.jobs }), files: diskStore(mkdtempSync(path.join(tmpdir(), 'botpro-billing-'))), holds, catalogue: plans.catalogue, subscriptions: plans.subscriptions, onError,
  })
  const billing = createBilling({ units, jobs: new Jobs({ pool: database.pools.jobs }), holds, letters: contracts.letters, cancelling: contracts.decisions, onError })
  return {
    billing, errors, units,
    async until(day: string) {
      time.now = new Date(`${day}T12:00:00Z`)
      await billing.rounds.go()
    },
    pay: (tenantId: string, amount: string, more: { clientId?: string; invoiceId?: string } = {}) => units.platform({ actor: systemActor() }, unit => billing.payments.record(unit, {
      clientId: newId(), tenantId, receivedOn: time.now.toISOString().slice(0, 10), amount, currency: 'USD', method: 'TRANSFER', reference: '', note: '', ...more,
    })),
  }
}

const rows = async (text: string, tenantId: string) => (await database.owner.query(text, [tenantId])).rows
const holdsOf = async (tenantId: string) => (await rows('select kind from service_hold where tenant_id = $1 and lifted_at is null order by kind', tenantId)).map(({ kind }) => kind)
const lettersOf = async (tenantId: string) => (await rows('select kind, day::text from letter where tenant_id = $1 order by day, created_at, id', tenantId)).map(({ kind, day }) => `${day} ${kind}`)

test('two overdue invoices suspend the service, and what is paid brings it back in the same moment', async () => {
  const { until, pay, errors } = scene('2027-01-01T12:00:00Z')
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-01' })
  for (const day of ['2027-01-01', '2027-01-03', '2027-02-01', '2027-02-03', '2027-03-01', '2027-03-05']) await until(day)
  expect(await holdsOf(tenantId)).toEqual([])
  await until('2027-03-06')
  await until('2027-03-06')
  expect(await holdsOf(tenantId)).toEqual(['LATE_PAYMENT'])
  expect(await lettersOf(tenantId)).toContain('2027-03-06 SUSPENSION')
  expect(await pay(tenantId, '932.20')).toEqual(expect.any(String))
  expect(await holdsOf(tenantId)).toEqual([])
  expect((await rows('select starts_on::text, ends_on::text from billing_suspension where tenant_id = $1', tenantId))).toEqual([{ starts_on: '2027-03-06', ends_on: '2027-03-06' }])
  expect(errors).toEqual([])
})

test('who does not pay within thirty days has no contract any more, and owes all the same', async () => {
  const { until, errors } = scene('2027-01-01T12:00:00Z')
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-01' })
  // The job was away for weeks.
  await until('2027-01-20')
  await until('2027-04-30')
  expect(await holdsOf(tenantId)).toEqual(['CANCELLED'])
  expect((await rows('select phase from contract where tenant_id = $1', tenantId))[0].phase).toBe('CANCELLED')
  expect((await rows('select count(*)::int as n from invoice where tenant_id = $1 and open > 0', tenantId))[0].n).toBe(4)
  expect(errors).toEqual([])
})

test('numbers have no gap, whoever is invoiced, and one tenant’s trouble is nobody else’s', async () => {
  const { until, errors } = scene('2028-01-01T12:00:00Z')
  const tenants = await Promise.all(Array.from({ length: 6 }, () => sellTo(database.owner, { startsOn: '2028-01-01' })))
  await until('2028-01-01')
  // Its draft cannot be issued: there is nobody to whom it is written.
  await database.owner.query(`alter table invoice add constraint no_luck check (tenant_id <> '${tenants[2]}' or state = 'DRAFT')`)
  await until('2028-01-03')
  expect(errors).toHaveLength(1)
  await database.owner.query('alter table invoice drop constraint no_luck')
  await until('2028-01-03')
  const { rows: numbers } = await database.owner.query(`select number from invoice where issuer_id = '01900000-0000-7000-8000-000000000044' and kind = 'INVOICE' and number is not null order by number`)
  expect(numbers.map(({ number }) => Number(number.slice(2)))).toEqual(numbers.map((_, index) => index + 1))
  expect(await rows('select count(*)::int as n from invoice where tenant_id = any($1::uuid[]) and state = \'ISSUED\'', tenants as never)).toEqual([{ n: 6 }])
})

test('a payment that is told twice is one, and what is too much is credit', async () => {
  const { until, pay } = scene('2027-01-01T12:00:00Z')
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-01' })
  await until('2027-01-01')
  await until('2027-01-03')
  const clientId = newId()
  const first = await pay(tenantId, '500.00', { clientId })
  expect(await pay(tenantId, '500.00', { clientId })).toBe(first)
  await expect(pay(tenantId, '501.00', { clientId })).rejects.toThrow()
  expect(await rows('select credit::text from billing_account where tenant_id = $1', tenantId)).toEqual([{ credit: '33.900000' }])
  await until('2027-02-01')
  await until('2027-02-03')
  expect(await rows('select open::text from invoice where tenant_id = $1 and month = \'2027-02-01\'', tenantId)).toEqual([{ open: '432.200000' }])
})

test('what was issued cannot be changed, not even by the owner of the tables', async () => {
  const { until } = scene('2027-01-01T12:00:00Z')
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-01' })
  await until('2027-01-03')
  await expect(database.owner.query('update invoice set total = total + 1, net = net + 1 where tenant_id = $1', [tenantId])).rejects.toThrow(/stays as it is/)
  await expect(database.owner.query('delete from invoice_line where tenant_id = $1', [tenantId])).rejects.toThrow(/stay as they are/)
})

test('a credit note of the whole invoice is followed by what is owed anew', async () => {
  const { until, units, billing } = scene('2027-01-01T12:00:00Z')
  const tenantId = await sellTo(database.owner, { startsOn: '2027-01-01' })
  await until('2027-01-03')
  const [{ id: invoiceId }] = await rows('select id from invoice where tenant_id = $1', tenantId)
  const clientId = newId()
  const credit = () => units.platform({ actor: { kind: 'OPERATOR', userId: newId(), sessionId: newId() } }, unit => billing.invoices.credit(unit, { invoiceId, clientId, invoiceAnew: true, reason: 'El precio era otro.' }))
  expect(await credit()).toBe(clientId)
  expect(await credit()).toBe(clientId)
  expect(await rows('select kind, state, open::text, total::text from invoice where tenant_id = $1 order by created_at, kind desc', tenantId)).toEqual([
    { kind: 'INVOICE', state: 'PAID', open: '0.000000', total: '466.100000' }, { kind: 'CREDIT', state: 'PAID', open: '0.000000', total: '-466.100000' },
  ])
  await until('2027-02-01')
  expect(await rows('select l.month::text, l.amount::text from invoice_line l join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id where i.tenant_id = $1 and i.month = \'2027-02-01\' order by 1', tenantId))
    .toEqual([{ month: '2027-01-01', amount: '395.000000' }, { month: '2027-02-01', amount: '395.000000' }])
})
