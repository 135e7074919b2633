import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import type { Unit } from '../../platform/unit.ts'
import { identityEntities } from '../identity/index.ts'
import { tenancyEntities } from '../tenancy/index.ts'
import { agreed, type NewLine } from './agreement.ts'
import type { Feature } from './feature.ts'
import { newReseller, operator, plansOf, sellerOf } from './plans.fixture.ts'
import { SubscriptionService, type InForce, type SubscriptionView } from './subscription.service.ts'

const db = useDatabase({ entities: [...tenancyEntities, ...identityEntities] })
let now = new Date('2026-11-28T12:00:00Z')
const contract: InForce = { contractId: newId(), endsOn: '2027-11-01' }
let inForce: InForce | undefined = contract
const { catalogue, subscriptions, book } = plansOf(db)
const service = new SubscriptionService({ catalogue, subscriptions, inForce: async () => inForce, forget: () => {} })

const line = (productKey: string, more: Partial<NewLine> = {}): NewLine => ({ productKey, quantity: 1, prices: [], discountPercent: '0', ...more })
const PRICED = [{ charge: 'CONVERSATION', amount: '0.05' }] as const

async function running(keys: NewLine[] = [line('BUSINESS', { prices: [...PRICED] })], startsOn = '2026-11-01'): Promise<World> {
  const world = await newWorld(db)
  await db.units.platform({ actor: operator, now }, async unit => {
    const lines = agreed(keys, await catalogue.offer(unit, { tenantId: world.tenantId, on: startsOn }), 'USD')
    if (!Array.isArray(lines)) throw new Error(lines.message)
    await subscriptions.begin(unit, { tenantId: world.tenantId, items: lines.map((one, i) => ({ ...one, startsOn, contractId: contract.contractId, origin: `line:${i}` })) })
  })
  return world
}
const includes = (world: World, feature: Feature) => world.as(systemActor(world.tenantId), unit => book.includes(unit, feature), now)
const change = ({ tenantId }: World, more: object = {}, actor = operator) => db.units.platform({ actor, now }, unit =>
  service.change(unit, { tenantId, changeId: newId(), when: 'NOW', endItemIds: [], add: [], ...more }))
const items = (view: unknown) => (view as SubscriptionView).items.map(({ productKey, startsOn, endsOn }) => [productKey, startsOn, endsOn])

describe('a subscription', () => {
  test('goes on by another plan from today, and the plan before stays in its history', async () => {
    const world = await running()
    expect(items(await change(world, { add: [line('PREMIUM', { prices: [...PRICED] })] }))).toEqual([['PREMIUM', '2026-11-28', null], ['BUSINESS', '2026-11-01', '2026-11-28']])
  })

  test('waits with a change for the day on which the contract is renewed', async () => {
    const world = await running()
    const view = await change(world, { when: 'AT_RENEWAL', add: [line('STARTER', { prices: [...PRICED] })] })
    expect(items(view)).toEqual([['STARTER', '2027-11-01', null], ['BUSINESS', '2026-11-01', '2027-11-01']])
    expect((view as SubscriptionView).items.map(({ isRunning }) => isRunning)).toEqual([false, true])
  })

  test('is changed once, however often the change is sent; the same id with other words is a conflict', async () => {
    const [world, changeId] = [await running(), newId()]
    const add = [line('AGENT_LICENCE', { quantity: 2, prices: [{ charge: 'MONTHLY', amount: '25' }] })]
    await change(world, { changeId, add })
    expect(items(await change(world, { changeId, add }))).toHaveLength(2)
    await expect(change(world, { changeId, add: [line('AGENT_LICENCE', { quantity: 3, prices: [{ charge: 'MONTHLY', amount: '25' }] })] })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('ends of it what is named, and nothing of another tenant', async () => {
    const [world, other] = [await running(), await running()]
    const [item] = await db.units.platform({ actor: operator, now }, unit => subscriptions.itemsOf(unit, world.tenantId))
    await expect(change(other, { endItemIds: [item!.id] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await change(world, { endItemIds: [item!.id] })).toMatchObject({ state: 'ENDED' })
  })

  test('asks for a price that is on request, and takes no other than the product has', async () => {
    const world = await running()
    expect(await change(world, { add: [line('QR')] })).toMatchObject({ code: 'PRICE_MISSING', productKey: 'QR', charge: 'MONTHLY' })
    expect(await change(world, { add: [line('QR', { prices: [{ charge: 'SETUP', amount: '1' }] })] })).toMatchObject({ field: 'prices' })
    expect(await change(world, { add: [line('WHATSAPP_3000', { quantity: 2 })] })).toMatchObject({ field: 'quantity' })
    expect(await change(world, { add: [line('NOTHING')] })).toMatchObject({ field: 'productKey' })
  })

  test('needs a contract in force, and is changed by no reseller but its own', async () => {
    const [world, seller] = [await running(), await newReseller(db)]
    await expect(change(world, {}, sellerOf(seller))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    inForce = undefined
    expect(await change(world)).toMatchObject({ code: 'NO_CONTRACT_IN_FORCE' })
    inForce = contract
  })
})

describe('what the plan includes', () => {
  test('is everything while a tenant is set up, and from its first day on what it bought', async () => {
    const fresh = await newWorld(db)
    expect(await includes(fresh, 'CHANNEL_TELEGRAM')).toBe(true)
    const world = await running()
    const inTenant = <Result>(work: (unit: Unit) => Promise<Result>) => world.as(systemActor(world.tenantId), work, now)
    expect([await includes(world, 'SURVEYS'), await includes(world, 'QA'), await inTenant(unit => book.of(unit, 'SEATS_AGENT'))]).toEqual([true, false, 5])
    await expect(inTenant(unit => book.demand(unit, 'QA'))).rejects.toMatchObject({ code: 'NOT_INCLUDED', field: 'QA' })
    await expect(inTenant(unit => book.demandRoom(unit, 'SEATS_AGENT', 6))).rejects.toMatchObject({ code: 'NOT_INCLUDED' })
    await inTenant(unit => book.demandRoom(unit, 'SEATS_AGENT', 5))
  })

  test('changes at midnight of the tenant without anybody doing anything', async () => {
    const world = await running(undefined, '2026-12-01')
    now = new Date('2026-12-01T03:59:00Z')
    expect(await includes(world, 'QA')).toBe(true)
    now = new Date('2026-12-01T04:00:00Z')
    expect(await includes(world, 'QA')).toBe(false)
    now = new Date('2026-11-28T12:00:00Z')
  })

  test('is overridden by an operator with a reason, until it ends; a reseller may not', async () => {
    const world = await running()
    const override = (more: object, actor = operator) => db.units.platform({ actor, now }, unit =>
      service.override(unit, { tenantId: world.tenantId, feature: 'SEATS_AGENT', amount: 8, reason: 'Temporada alta', startsOn: '2026-11-28', ...more }))
    expect(await override({ reason: ' ' })).toMatchObject({ field: 'reason' })
    expect(await override({ amount: null })).toMatchObject({ field: 'amount' })
    expect(await override({ startsOn: '2026-11-27' })).toMatchObject({ field: 'startsOn' })
    await expect(override({}, sellerOf(newId()))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const view = await override({}) as SubscriptionView
    expect(view.entitlements.find(({ feature }) => feature === 'SEATS_AGENT')).toMatchObject({ amount: 8, isOverridden: true })
    await db.units.platform({ actor: operator, now }, unit => service.endOverride(unit, { tenantId: world.tenantId, id: view.overrides[0]!.id }))
    const seen = await world.as(await world.member('OWNER'), unit => service.see(unit), now)
    expect(seen.entitlements.find(({ feature }) => feature === 'SEATS_AGENT')).toMatchObject({ amount: 5, isOverridden: false })
    expect(seen.overrides[0]!.endsOn).toBe('2026-11-28')
    const { rows } = await db.owner.query(`select action, actor->>'name' as by from audit_entry where tenant_id = $1 order by seq`, [world.tenantId])
    expect(rows).toEqual([{ action: 'entitlement.overridden', by: 'Olga Mena' }, { action: 'entitlement.override-ended', by: 'Olga Mena' }])
  })

  test('is nothing that an agent asks for of the subscription, but what it comes to', async () => {
    const world = await running()
    await expect(world.as(await world.member('AGENT'), unit => service.see(unit), now)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await world.as(await world.member('AGENT'), unit => service.entitlements(unit), now)).toContainEqual(expect.objectContaining({ feature: 'SURVEYS', isIncluded: true }))
  })
})
