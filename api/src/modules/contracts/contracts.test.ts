import { beforeAll, describe, expect, test } from 'vitest'
import { entities } from '../../modules.ts'
import { useDatabase } from '../../../test/harness.ts'
import { addDays } from '../../platform/day.ts'
import { newId } from '../../platform/ids.ts'
import { ContractsScene, line } from './contracts.fixture.ts'
import { listContracts, loadContracts } from './contract/contract.queries.ts'

const database = useDatabase({ entities })
let scene: ContractsScene
let olga: Awaited<ReturnType<ContractsScene['operator']>>

beforeAll(async () => {
  scene = new ContractsScene(database, '2027-01-10T15:00:00Z')
  olga = await scene.operator()
})

const at = (day: string) => { scene.now = new Date(`${day}T15:00:00Z`) }
/** Every day from one to another, as the job does that misses none. */
async function live(from: string, to: string) {
  for (const day = new Date(`${from}T15:00:00Z`); day <= new Date(`${to}T15:00:00Z`); day.setUTCDate(day.getUTCDate() + 1)) {
    scene.now = new Date(day)
    await scene.contracts.rounds.go()
  }
}
const itemsOf = async (tenantId: string) => (await scene.as(olga, unit => scene.plans.subscriptions.itemsOf(unit, tenantId)))
  .map(({ productKey, startsOn, endsOn, prices }) => ({ productKey, startsOn, endsOn, monthly: prices.MONTHLY })).toReversed()
const heldBy = async (tenantId: string) => (await database.owner.query('select kind, scope from service_hold where tenant_id = $1 and lifted_at is null', [tenantId])).rows

describe('a quote', () => {
  test('is prepared from the list, sent, signed, and in force with what was agreed from its first day', async () => {
    at('2027-01-10')
    const { tenantId } = await scene.customer()
    const { quotes, contracts } = scene.contracts
    const id = await scene.done(olga, unit => quotes.quote(unit, { idempotencyKey: newId(), tenantId, lines: [line('BUSINESS', { discountPercent: '10' }), line('MULTIBOT', { quantity: 2, prices: [{ charge: 'MONTHLY', amount: '95' }] })] }))
    await scene.done(olga, unit => quotes.send(unit, { contractId: id, recipients: ['compras@example.com'] }))
    expect(await scene.phase(id)).toMatchObject({ phase: 'SENT', dueOn: '2027-02-09' })
    at('2027-01-20')
    await scene.done(olga, unit => contracts.sign(unit, { contractId: id, signedBy: 'Rosa Peña', signedTitle: 'Gerente General', signedOn: '2027-01-18', startsOn: '2027-02-01' }))
    expect(await scene.phase(id)).toMatchObject({ phase: 'SIGNED', startsOn: '2027-02-01', dueOn: '2027-02-01' })
    expect(await itemsOf(tenantId)).toEqual([])
    await live('2027-01-31', '2027-02-02')
    expect(await scene.phase(id)).toMatchObject({ phase: 'IN_FORCE', endsOn: '2028-02-01' })
    expect(await itemsOf(tenantId)).toEqual([{ productKey: 'BUSINESS', startsOn: '2027-02-01', endsOn: null, monthly: '645' }, { productKey: 'MULTIBOT', startsOn: '2027-02-01', endsOn: null, monthly: '95' }])
    expect(await scene.letters(tenantId)).toEqual(['2027-01-10 QUOTE', '2027-01-20 CONTRACT'])
    expect(await scene.timeline(id)).toEqual(['2027-01-10 QUOTED Olga Mena', '2027-01-10 SENT Olga Mena', '2027-01-18 SIGNED Olga Mena', '2027-02-01 CAME_INTO_FORCE'])
  })

  test('has its price given where the list has none, or it is said which is missing', async () => {
    const { tenantId } = await scene.customer()
    const { quotes } = scene.contracts
    const preview = (lines: ReturnType<typeof line>[]) => scene.as(olga, unit => quotes.preview(unit, { tenantId, lines }))
    expect(await preview([line('MULTIBOT')])).toMatchObject({ code: 'PRICE_MISSING', productKey: 'MULTIBOT', charge: 'MONTHLY' })
    expect(await preview([line('STARTER'), line('BUSINESS')])).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await preview([])).toMatchObject({ code: 'INVALID_INPUT', field: 'lines' })
    expect(await preview([line('BUSINESS', { prices: [{ charge: 'CONVERSATION', amount: '0.15' }, { charge: 'MONTHLY', amount: '600.5' }] })])).toMatchObject({ quoted: [{ prices: { MONTHLY: '600.5' }, listPrices: { MONTHLY: '645', SETUP: '1095' } }] })
    const { rows } = await database.owner.query('select from contract where tenant_id = $1', [tenantId])
    expect(rows).toEqual([])
  })

  test('that was asked for twice with one key is one, and numbers go on without a gap for each who sells', async () => {
    const [one, raul] = [await scene.customer(), await scene.reseller()]
    const other = await scene.customer({ resellerId: raul.resellerId })
    const asked = { idempotencyKey: newId(), tenantId: one.tenantId, lines: [line('STARTER')] }
    const [first, again] = await Promise.all([asked, asked].map(quote => scene.done(olga, unit => scene.contracts.quotes.quote(unit, quote))))
    expect(again).toBe(first)
    const id = await scene.done(raul, unit => scene.contracts.quotes.quote(unit, { ...asked, tenantId: other.tenantId }))
    const [contract] = await scene.as(raul, unit => loadContracts(unit, [id]))
    expect(contract).toMatchObject({ quoteNumber: 'Q-2027-0001', sellerId: raul.resellerId, accountOwnerName: 'Raúl Sosa' })
  })

  test('that nobody signed lapses, cannot be signed after it, and can be sent again', async () => {
    at('2027-03-01')
    const { tenantId } = await scene.customer()
    const id = await scene.done(olga, unit => scene.contracts.quotes.quote(unit, { idempotencyKey: newId(), tenantId, lines: [line('STARTER')] }))
    await scene.done(olga, unit => scene.contracts.quotes.send(unit, { contractId: id, recipients: [] }))
    at('2027-04-05')
    await scene.contracts.rounds.go()
    expect(await scene.phase(id)).toMatchObject({ phase: 'LAPSED' })
    const sign = (signedOn: string) => scene.as(olga, unit => scene.contracts.contracts.sign(unit, { contractId: id, signedBy: 'Rosa', signedTitle: 'Gerente', signedOn }))
    expect(await sign('2027-04-05')).toMatchObject({ code: 'INVALID_INPUT', field: 'signedOn' })
    await scene.done(olga, unit => scene.contracts.quotes.send(unit, { contractId: id, recipients: [] }))
    expect(typeof await sign('2027-04-05')).toBe('string')
    expect(await scene.phase(id)).toMatchObject({ phase: 'IN_FORCE', startsOn: '2027-04-05' })
  })

  test('is not made beside a contract that runs', async () => {
    const { tenantId } = await scene.customer()
    const running = await scene.signed(olga, tenantId)
    expect(await scene.as(olga, unit => scene.contracts.quotes.quote(unit, { idempotencyKey: newId(), tenantId, lines: [line('STARTER')] }))).toMatchObject({ code: 'CONTRACT_RUNNING', contractId: running })
  })
})

describe('a public institution', () => {
  test('is warned four times, expires, goes on provisionally, is suspended by decision alone, and is back when a late renewal is taken with a reason', async () => {
    at('2027-01-04')
    const { tenantId } = await scene.customer({ institution: 'PUBLIC' })
    const id = await scene.signed(olga, tenantId)
    for (const day of ['2027-10-06', '2027-11-05', '2027-11-20', '2027-12-05', '2028-01-04']) await live(addDays(day, -1), addDays(day, 1))
    at('2028-01-10')
    expect(await scene.letters(tenantId)).toEqual([
      '2027-01-04 QUOTE', '2027-01-04 CONTRACT', '2027-10-06 RENEWAL_WARNING', '2027-11-05 RENEWAL_WARNING', '2027-11-20 RENEWAL_WARNING', '2027-12-05 RENEWAL_WARNING', '2028-01-04 EXPIRY',
    ])
    expect(await scene.phase(id)).toMatchObject({ phase: 'EXPIRED', endsOn: '2028-01-04' })
    const accept = { contractId: id, contractFileId: await scene.file(tenantId), signedBy: 'Lic. Ana Cruz', receivedOn: '2028-01-09' }
    await scene.done(olga, unit => scene.contracts.decisions.acceptProvisionally(unit, accept))
    expect(await scene.phase(id)).toMatchObject({ phase: 'PROVISIONAL', dueOn: '2028-03-04' })
    expect(await scene.as(olga, unit => scene.contracts.decisions.suspend(unit, { contractId: id, scope: 'PART', reason: 'Sin contrato' }))).toMatchObject({ code: 'NOT_AS_IT_STANDS', state: 'PROVISIONAL' })
    await live('2028-03-02', '2028-03-06')
    expect(await scene.phase(id)).toMatchObject({ phase: 'EXPIRED', dueOn: null })
    expect((await scene.letters(tenantId)).slice(-2)).toEqual(['2028-01-10 PROVISIONAL_ACCEPTANCE', '2028-03-04 PROVISIONAL_END'])
    expect(await heldBy(tenantId)).toEqual([])
    await scene.done(olga, unit => scene.contracts.decisions.suspend(unit, { contractId: id, scope: 'PART', reason: 'Sin contrato' }))
    expect(await heldBy(tenantId)).toEqual([{ kind: 'CONTRACT', scope: 'PART' }])
    const [seen] = await scene.as(olga, unit => loadContracts(unit, [id]))
    expect(seen).toMatchObject({ state: 'SUSPENDED_PART', phase: 'EXPIRED' })
    at('2028-03-20')
    const renewal = await scene.done(olga, unit => scene.contracts.quotes.quoteRenewal(unit, { contractId: id, lines: [line('PREMIUM')] }))
    await scene.done(olga, unit => scene.contracts.quotes.send(unit, { contractId: renewal, recipients: [] }))
    const sign = (acceptedLateBecause?: string) => scene.as(olga, unit => scene.contracts.contracts.sign(unit, { contractId: renewal, signedBy: 'Ana Cruz', signedTitle: 'Directora', signedOn: '2028-03-20', acceptedLateBecause }))
    expect(await sign()).toMatchObject({ code: 'SIGNED_TOO_LATE', signedBy: '2027-12-04' })
    expect(await sign('El presupuesto se aprobó en marzo')).toBe(renewal)
    expect([await scene.phase(id), await scene.phase(renewal)]).toMatchObject([{ phase: 'ENDED' }, { phase: 'IN_FORCE', startsOn: '2028-03-20', endsOn: '2029-03-20' }])
    expect(await heldBy(tenantId)).toEqual([])
    expect(await itemsOf(tenantId)).toEqual([{ productKey: 'BUSINESS', startsOn: '2027-01-04', endsOn: '2028-03-20', monthly: '645' }, { productKey: 'PREMIUM', startsOn: '2028-03-20', endsOn: null, monthly: '1290' }])
  })

  test('whose renewal is signed in time has it the moment the contract ends, though the job comes days late', async () => {
    at('2027-01-04')
    const { tenantId } = await scene.customer({ institution: 'PUBLIC', timeZone: 'Pacific/Kiritimati' })
    const id = await scene.signed(olga, tenantId)
    at('2027-11-02')
    const renewal = await scene.done(olga, unit => scene.contracts.quotes.quoteRenewal(unit, { contractId: id }))
    await scene.done(olga, unit => scene.contracts.quotes.send(unit, { contractId: renewal, recipients: [] }))
    await scene.done(olga, unit => scene.contracts.contracts.sign(unit, { contractId: renewal, signedBy: 'Ana', signedTitle: 'Directora', signedOn: '2027-11-03' }))
    at('2028-01-20')
    for (let twice = 0; twice < 2; twice++) await scene.contracts.rounds.go()
    expect([await scene.phase(id), await scene.phase(renewal)]).toMatchObject([{ phase: 'ENDED' }, { phase: 'IN_FORCE', startsOn: '2028-01-05' }])
    expect(await itemsOf(tenantId)).toEqual([{ productKey: 'BUSINESS', startsOn: '2027-01-05', endsOn: '2028-01-05', monthly: '645' }, { productKey: 'BUSINESS', startsOn: '2028-01-05', endsOn: null, monthly: '645' }])
    expect((await scene.timeline(id)).filter(one => one.includes('WARNED'))).toEqual(['2027-10-07 WARNED'])
  })
})

describe('a private company', () => {
  test('is renewed by itself, and not when its owner declined, who may take that back before the end', async () => {
    at('2027-02-01')
    const { tenantId, owner, admin } = await scene.customer()
    const id = await scene.signed(olga, tenantId)
    await live('2028-01-30', '2028-02-02')
    expect(await scene.phase(id)).toMatchObject({ phase: 'IN_FORCE', term: 2, endsOn: '2029-02-01' })
    await expect(scene.as(admin, unit => scene.contracts.contracts.decline(unit, { contractId: id, reason: 'No' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await scene.done(owner, unit => scene.contracts.contracts.decline(unit, { contractId: id, reason: 'Cerramos' }))
    await scene.done(owner, unit => scene.contracts.contracts.undoDecline(unit, id))
    await scene.done(owner, unit => scene.contracts.contracts.decline(unit, { contractId: id, reason: 'Cerramos, de verdad' }))
    await live('2029-01-30', '2029-02-02')
    expect(await scene.phase(id)).toMatchObject({ phase: 'EXPIRED', endsOn: '2029-02-01' })
    expect(scene.told.filter(({ item }) => (item as { contractId: string }).contractId === id).map(({ name }) => name)).toEqual(['contract.in-force', 'contract.renewed', 'contract.expired'])
  })
})

test('cancelling ends the service for good, with the renewal that was to follow, and may be told twice', async () => {
  at('2027-05-03')
  const { tenantId } = await scene.customer()
  const id = await scene.signed(olga, tenantId)
  const renewal = await scene.done(olga, unit => scene.contracts.quotes.quoteRenewal(unit, { contractId: id }))
  at('2027-06-03')
  const late = { tenantId, reason: 'Dos facturas sin pagar' }
  for (let twice = 0; twice < 2; twice++) await scene.as({ kind: 'SYSTEM' }, unit => scene.contracts.decisions.cancelLate(unit, late))
  expect([await scene.phase(id), await scene.phase(renewal)]).toMatchObject([{ phase: 'CANCELLED' }, { phase: 'WITHDRAWN' }])
  expect(await itemsOf(tenantId)).toMatchObject([{ endsOn: '2027-06-03' }])
  expect(await heldBy(tenantId)).toEqual([{ kind: 'CANCELLED', scope: 'WHOLE' }])
  expect((await scene.letters(tenantId)).filter(one => one.endsWith('CANCELLATION'))).toHaveLength(1)
  await scene.signed(olga, tenantId)
  expect(await heldBy(tenantId)).toEqual([])
})

describe('who sees what', () => {
  test('a tenant sees a quote from the moment on in which it was sent, a reseller those of its own tenants, an agent none', async () => {
    const [raul, other] = [await scene.reseller(), await scene.reseller()]
    const { tenantId, owner, agent } = await scene.customer({ resellerId: raul.resellerId })
    const id = await scene.done(raul, unit => scene.contracts.quotes.quote(unit, { idempotencyKey: newId(), tenantId, lines: [line('STARTER')] }))
    const seenBy = async (actor: Parameters<typeof scene.as>[0]) => (await scene.as(actor, unit => listContracts(unit, { first: 10, filter: { tenantId } }))).edges.map(({ node }) => node.id)
    expect([await seenBy(owner), await seenBy(raul), await seenBy(other), await seenBy(olga)]).toEqual([[], [id], [], [id]])
    await expect(scene.as(owner, unit => scene.contracts.contracts.decline(unit, { contractId: id, reason: 'x' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await scene.done(raul, unit => scene.contracts.quotes.send(unit, { contractId: id, recipients: [] }))
    expect(await seenBy(owner)).toEqual([id])
    await expect(seenBy(agent)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(scene.as(other, unit => scene.contracts.quotes.withdraw(unit, { contractId: id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.as(raul, unit => scene.contracts.decisions.cancel(unit, { contractId: id, reason: 'x' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

test('a contract that cannot be looked after stops no other', async () => {
  at('2027-07-01')
  const [broken, sound] = [await scene.customer(), await scene.customer()]
  const ids = [await scene.signed(olga, broken.tenantId, { startsOn: '2027-07-10' }), await scene.signed(olga, sound.tenantId, { startsOn: '2027-07-10' })]
  await database.owner.query(`update contract_line set entitlements = '{}', product_key = 'GONE' where contract_id = $1`, [ids[0]])
  at('2027-07-10')
  await scene.contracts.rounds.go()
  expect(scene.errors).toHaveLength(1)
  expect([await scene.phase(ids[0]!), await scene.phase(ids[1]!)]).toMatchObject([{ phase: 'SIGNED' }, { phase: 'IN_FORCE' }])
  await database.owner.query(`update contract_line set product_key = 'BUSINESS' where contract_id = $1`, [ids[0]])
  at('2027-07-12')
  await scene.contracts.rounds.go()
  expect(await scene.phase(ids[0]!)).toMatchObject({ phase: 'IN_FORCE', startsOn: '2027-07-10' })
})
