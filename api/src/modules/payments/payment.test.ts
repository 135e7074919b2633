import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { SECRET } from '../../../test/harness-server.ts'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { systemActor, type Actor } from '../../platform/actor.ts'
import { Sealer } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import { News } from '../../platform/news.ts'
import { PaymentCallbacks } from './payment-callbacks.ts'
import { unknownCallbacks } from './payment-callback.store.ts'
import type { LinkAnswer } from './payment-connector.ts'
import { PaymentLinks } from './payment-links.ts'
import { expire, PaymentRounds } from './payment-rounds.ts'
import { listPayments, type PaymentFilter, type PaymentRow } from './payment.queries.ts'
import { PaymentService, type NewPayment } from './payment.service.ts'
import { PaymentSettingsService } from './payment-settings.service.ts'
import type { PaymentChanged } from './payment.store.ts'

const database = useDatabase({ entities })
const payments = new PaymentService()
const settings = new PaymentSettingsService(new Sealer([{ id: 'k1', secret: SECRET }]))
const told: PaymentChanged[] = []
const differences: string[] = []
/** A company's payment provider, which makes one link for one key. */
const provider = { asked: [] as { idempotencyKey: string; input: Record<string, unknown> }[], answer: (_key: string): LinkAnswer | Promise<LinkAnswer> => ({ ok: false, code: 'FAILED', message: '' }) }
let world: World
let admin: Actor
let contactId: string
let links: PaymentLinks
let callbacks: PaymentCallbacks

beforeEach(async () => {
  world = await newWorld(database)
  admin = await world.member('ADMIN')
  contactId = newId()
  await database.owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at) values ($1, $2, 'Rosa Peña', 'ES', now(), now())`, [world.tenantId, contactId])
  told.length = differences.length = provider.asked.length = 0
  provider.answer = key => ({ ok: true, data: { url: `https://pay.example/${key}`, externalId: `ext-${key}` } })
  const units = database.openUnits({ news: new News().on('payment.changed', async (_unit, item) => { told.push(item) }) })
  links = new PaymentLinks({
    units, callbackUrl: key => `https://bot.example/payments/${key}/callback`,
    connector: { async call(_scope, request) { provider.asked.push(request); return provider.answer(request.idempotencyKey) } },
  })
  callbacks = new PaymentCallbacks({ units, tellDifference: async (_unit, _payment, reason) => { differences.push(reason) } })
  await world.as(admin, unit => settings.change(unit, { version: 0, connector: 'bank', operation: 'create_payment', minutes: 60 }))
})

const bot = <Result>(work: Parameters<World['as']>[1] extends (unit: infer Unit) => unknown ? (unit: Unit) => Promise<Result> : never, now?: Date) => world.as(systemActor(world.tenantId), work, now)

async function request(more: Partial<NewPayment> = {}, now?: Date): Promise<PaymentRow> {
  const payment = await bot(unit => payments.request(unit, { amount: '1500', currency: 'dop', reference: 'Factura 77', description: 'Préstamo', contactId, ...more }), now)
  if (!('id' in payment)) throw new Error(payment.message)
  return payment
}

const due = ({ id }: PaymentRow) => ({ tenantId: world.tenantId, paymentId: id })
const stateOf = async ({ id }: PaymentRow) => {
  const { state, failure } = (await bot(unit => payments.find(unit, id)))!
  return failure ? `${state} ${failure}` : state
}

/** As it would come over the wire, taken as the job takes it. */
async function tell(body: object, now?: Date): Promise<void> {
  await callbacks.store(world.tenantId, Buffer.from(JSON.stringify(body)))
  await takeAll(now)
}

async function takeAll(_now?: Date) {
  const { rows } = await database.owner.query('select id from payment_callback where tenant_id = $1 and processed_at is null order by received_at', [world.tenantId])
  for (const { id } of rows) await callbacks.take({ tenantId: world.tenantId, callbackId: id })
}

const paid = ({ id }: PaymentRow, more: object = {}) => ({ paymentId: id, status: 'PAID', amount: '1500.00', currency: 'DOP', ...more })

describe('asking', () => {
  test('the same key is one payment, also in the same moment; with another amount it is a conflict', async () => {
    const idempotencyKey = randomUUID()
    const all = await Promise.all(Array.from({ length: 4 }, () => request({ idempotencyKey })))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(all[0]).toMatchObject({ amount: '1500.00', currency: 'DOP', state: 'CREATED' })
    await expect(request({ idempotencyKey, amount: '1501' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test.each([[{ amount: '0' }, 'amount'], [{ amount: '1,5' }, 'amount'], [{ currency: 'pesos' }, 'currency'], [{ reference: ' ' }, 'reference'], [{ minutes: 0 }, 'minutes']])('%j is told to be wrong', async (wrong, field) => {
    await expect(bot(unit => payments.request(unit, { amount: '1', currency: 'DOP', reference: 'r', description: 'd', ...wrong }))).resolves.toMatchObject({ code: 'INVALID_INPUT', field })
  })

  test('without a connector nobody is asked to pay', async () => {
    await world.as(admin, unit => settings.change(unit, { version: 1, connector: null, operation: 'create_payment', minutes: 60 }))
    await expect(request()).rejects.toThrow('No connector')
  })
})

describe('the link', () => {
  test('is made once, with the payment’s id as its key, however often and by however many it is asked for', async () => {
    const payment = await request()
    // The provider answers when the others were told that it is being asked.
    const [others, answer] = [Promise.withResolvers<void>(), provider.answer]
    provider.answer = key => others.promise.then(() => answer(key))
    const asked = Array.from({ length: 3 }, () => links.createLink(due(payment)))
    let busy = 0
    for (const one of asked) void one.then(({ ok }) => { if (!ok && ++busy === 2) others.resolve() })
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await links.createLink(due(payment))).toEqual({ ok: true, url: `https://pay.example/${payment.id}`, externalId: `ext-${payment.id}` })
    expect(provider.asked.map(({ idempotencyKey }) => idempotencyKey)).toEqual([payment.id])
    expect(provider.asked[0]!.input).toMatchObject({ paymentId: payment.id, amount: '1500.00', currency: 'DOP', reference: 'Factura 77', callbackUrl: expect.stringMatching(/^https:\/\/bot\.example\/payments\/[\w-]+\/callback$/) })
    expect(told).toMatchObject([{ paymentId: payment.id, state: 'LINKED', url: `https://pay.example/${payment.id}` }])
  })

  test('no transaction is open while the connector is asked', async () => {
    const payment = await request()
    let open: unknown[] | undefined
    const answer = provider.answer
    links = new PaymentLinks({
      units: database.units, callbackUrl: key => key,
      connector: { async call(_scope, { idempotencyKey }) {
        open = (await database.owner.query(`select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)).rows
        return answer(idempotencyKey)
      } },
    })
    await links.createLink(due(payment))
    expect(open).toEqual([])
  })

  test('that fails is tried again, until the last try fails too', async () => {
    const payment = await request()
    provider.answer = () => ({ ok: false, code: 'TIMEOUT', message: 'It took too long.' })
    expect(await links.createLink(due(payment), { isLast: false })).toMatchObject({ ok: false, code: 'TIMEOUT' })
    expect(await stateOf(payment)).toBe('CREATED')
    await links.createLink(due(payment))
    expect(await stateOf(payment)).toBe('FAILED NO_LINK')
    expect(told).toMatchObject([{ state: 'FAILED', failure: 'NO_LINK', reason: 'TIMEOUT: It took too long.' }])
  })

  test('that the connector will not make is not asked for again', async () => {
    const payment = await request()
    provider.answer = () => ({ ok: false, code: 'REFUSED', message: 'No such account.' })
    await links.createLink(due(payment), { isLast: false })
    expect(await stateOf(payment)).toBe('FAILED NO_LINK')
  })

  test.each([null, {}, { url: 'javascript:alert(1)' }, { url: 7 }, 'https://pay.example', [], { url: 'x'.repeat(3000) }])('%j is no answer that a customer could be sent to', async data => {
    const payment = await request()
    provider.answer = () => ({ ok: true, data: data as never })
    expect(await links.createLink(due(payment))).toMatchObject({ ok: false, code: 'BAD_ANSWER' })
  })

  test('of a payment whose time is over, or that was given up, is not asked for', async () => {
    const [late, given] = [await request({ minutes: 1 }, new Date('2026-01-01T00:00:00Z')), await request()]
    await bot(unit => expire(unit, late.id))
    await bot(unit => payments.cancel(unit, given.id))
    for (const payment of [late, given]) expect((await links.createLink(due(payment))).ok).toBe(false)
    expect(provider.asked).toEqual([])
  })
})

describe('a call-back', () => {
  test('of what was paid as it was asked for makes it paid, and the same again changes nothing', async () => {
    const payment = await request()
    await links.createLink(due(payment))
    for (let times = 0; times < 3; times++) await tell(paid(payment))
    await tell(paid(payment, { sent: 'again' }))
    expect(await stateOf(payment)).toBe('PAID')
    expect(told.map(({ state }) => state)).toEqual(['LINKED', 'PAID'])
    const { rows } = await database.owner.query('select state from payment_event where payment_id = $1 order by at, id', [payment.id])
    expect(rows.map(({ state }) => state)).toEqual(['CREATED', 'LINKED', 'PAID'])
  })

  test('with another amount fails it, and the administrators are told once', async () => {
    const payment = await request()
    await tell(paid(payment, { amount: '150.00' }))
    await tell(paid(payment, { amount: '150.0' }))
    expect(await stateOf(payment)).toBe('FAILED AMOUNT_DIFFERS')
    expect(differences).toEqual(['1500.00 DOP ≠ 150.00 DOP'])
  })

  test('by the provider’s name for it is understood, also where it came before we knew that name', async () => {
    const payment = await request()
    const { id: _ours, ...byTheirs } = { ...paid(payment), id: null, paymentId: undefined, externalId: `ext-${payment.id}` }
    await tell(byTheirs)
    expect(await stateOf(payment)).toBe('CREATED')
    expect(await bot(unknownCallbacks)).toHaveLength(1)
    await links.createLink(due(payment))
    await takeAll()
    expect(await stateOf(payment)).toBe('PAID')
    expect(await bot(unknownCallbacks)).toEqual([])
  })

  test('of nothing that we know is kept to be looked at', async () => {
    await tell({ paymentId: randomUUID(), status: 'PAID' })
    await tell({ hello: 'world' })
    expect((await bot(unknownCallbacks)).map(({ body }) => JSON.parse(body).hello ?? null).toSorted()).toEqual([null, 'world'].toSorted())
  })

  test('of another tenant’s payment is of nothing that we know', async () => {
    const other = await newWorld(database)
    const payment = await request()
    await callbacks.store(other.tenantId, Buffer.from(JSON.stringify(paid(payment))))
    const { rows } = await database.owner.query('select id from payment_callback where tenant_id = $1', [other.tenantId])
    await callbacks.take({ tenantId: other.tenantId, callbackId: rows[0].id })
    expect(await stateOf(payment)).toBe('CREATED')
  })
})

describe('time', () => {
  test('ends what was not paid, and what is paid afterwards is paid', async () => {
    const payment = await request({ minutes: 5 }, new Date('2026-01-01T00:00:00Z'))
    const other = await request({ minutes: 5 })
    await new PaymentRounds(database.units).go()
    expect([await stateOf(payment), await stateOf(other)]).toEqual(['EXPIRED', 'CREATED'])
    await tell(paid(payment))
    expect(await stateOf(payment)).toBe('PAID')
  })

  test('brings back what a process left: links that nobody asks for, call-backs that nobody took', async () => {
    const payment = await request({}, new Date(Date.now() - 10 * 60_000))
    await callbacks.store(world.tenantId, Buffer.from('{}'))
    await database.owner.query(`update payment_callback set received_at = received_at - interval '10 minutes' where tenant_id = $1`, [world.tenantId])
    await database.owner.query('delete from graphile_worker._private_jobs')
    await new PaymentRounds(database.units).go()
    const { rows } = await database.owner.query('select task_identifier as task from graphile_worker.jobs where key like $1 or task_identifier = $2', [`%${payment.id}`, 'payments.take-callback'])
    expect(rows.map(({ task }) => task).toSorted()).toEqual(['payments.create-link', 'payments.take-callback'])
  })
})

test('any order and repetition of call-backs, of the link and of expiry ends in the same state', async () => {
  const deeds = {
    link: (payment: PaymentRow) => links.createLink(due(payment)).then(() => {}),
    expire: (payment: PaymentRow) => bot(unit => expire(unit, payment.id)),
    paid: (payment: PaymentRow) => tell(paid(payment)),
    differs: (payment: PaymentRow) => tell(paid(payment, { amount: '1.00' })),
    declined: (payment: PaymentRow) => tell({ paymentId: payment.id, status: 'FAILED', reason: 'no funds' }),
    expired: (payment: PaymentRow) => tell({ paymentId: payment.id, status: 'EXPIRED' }),
    cancelled: (payment: PaymentRow) => tell({ paymentId: payment.id, status: 'CANCELLED' }),
  }
  const deed = fc.constantFrom(...Object.keys(deeds) as (keyof typeof deeds)[])
  const ended = async (order: (keyof typeof deeds)[]) => {
    const payment = await request({ minutes: 1 }, new Date('2026-01-01T00:00:00Z'))
    for (const name of order) await deeds[name](payment)
    return stateOf(payment)
  }
  // A link that comes too late for its payment is none, so that LINKED alone depends on the order; its time being over settles that.
  await fc.assert(fc.asyncProperty(fc.array(deed, { maxLength: 5 }), fc.infiniteStream(fc.nat({ max: 99 })), async (chosen, dice) => {
    const order = [...chosen, 'expire' as const]
    const other = [...order, ...chosen.slice(0, 2)].map(name => ({ name, at: dice.next().value })).toSorted((a, b) => a.at - b.at).map(({ name }) => name)
    expect(await ended(other)).toBe(await ended(order))
  }), { numRuns: 25 })
}, 60_000)

describe('settings', () => {
  test('of an old version change nothing, and only administrators see or change them', async () => {
    expect(await world.as(admin, unit => settings.change(unit, { version: 0, connector: 'x', operation: 'pay', minutes: 5 }))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await world.as(admin, unit => settings.change(unit, { version: 1, connector: 'Not A Key', operation: 'pay', minutes: 5 }))).toMatchObject({ field: 'connector' })
    await expect(world.as(await world.member('AGENT'), unit => settings.renewSecret(unit))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('keep the secret sealed, and the one before for a day', async () => {
    const secrets = [await world.as(admin, unit => settings.renewSecret(unit)), await world.as(admin, unit => settings.renewSecret(unit))]
    const { rows: [row] } = await database.owner.query('select sealed_secret, sealed_previous, secret_last_four, previous_until > now() as holds from payment_settings where tenant_id = $1', [world.tenantId])
    expect(row).toMatchObject({ secret_last_four: secrets[1]!.slice(-4), holds: true })
    for (const secret of secrets) expect(JSON.stringify(row)).not.toContain(secret)
  })
})

test('a list knows states, days of the tenant’s zone, contacts and words without accents', async () => {
  const [one, two] = [await request({ description: 'Cuota de préstamo' }, new Date('2026-11-03T02:00:00Z')), await request({ reference: 'Póliza 9' }, new Date('2026-11-03T16:00:00Z'))]
  await tell(paid(two))
  const list = async (filter: PaymentFilter) => (await world.as(admin, unit => listPayments(unit, { first: 10, filter }))).edges.map(({ node }) => node.id)
  expect(await list({})).toEqual([two.id, one.id])
  expect(await list({ state: 'PAID' })).toEqual([two.id])
  expect(await list({ from: '2026-11-03', until: '2026-11-03' })).toEqual([two.id])
  expect(await list({ until: '2026-11-02' })).toEqual([one.id])
  expect(await list({ search: 'poliza' })).toEqual([two.id])
  expect(await list({ search: 'prestamo', contactId })).toEqual([two.id, one.id])
  await expect(list({ from: '2026-02-31' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})
