import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld } from '../../../test/world.ts'
import { Refusal } from '../../platform/refusal.ts'
import { tenancyEntities } from '../tenancy/index.ts'
import { identityEntities } from '../identity/index.ts'
import { termsAt, termsProblem } from './commercial-terms.ts'
import { newReseller, operator, plansOf, sellerOf } from './plans.fixture.ts'
import type { Charge } from './charge.ts'
import type { ProductView } from './product.queries.ts'

const db = useDatabase({ entities: [...tenancyEntities, ...identityEntities] })
const NOW = new Date('2026-11-28T12:00:00Z')
const { catalogue } = plansOf(db)

const asOperator = <Result>(work: Parameters<typeof db.units.platform<Result>>[1], now = NOW) => db.units.platform({ actor: operator, now }, work)
const listed = (asked: { on?: string; resellerId?: string | null; keys?: string[] } = {}) => asOperator(unit => catalogue.list(unit, { currency: 'USD', ...asked }))
const one = async (key: string, asked: { on?: string; resellerId?: string } = {}) => (await listed({ ...asked, keys: [key] }))[0]!
const amountOf = ({ prices }: ProductView, charge: Charge) => prices.find(price => price.charge === charge)?.amount
const set = (price: Partial<Parameters<typeof catalogue.setPrice>[1]>, actor = operator) =>
  db.units.platform({ actor, now: NOW }, unit => catalogue.setPrice(unit, { productKey: 'QR', charge: 'MONTHLY', amount: '15.5', currency: 'USD', validFrom: '2026-11-28', ...price }))

describe('the list of 2026', () => {
  test('sells the three plans for what the proposal says', async () => {
    const plans = (await listed()).filter(({ kind }) => kind === 'PLAN')
    expect(plans.map(plan => [plan.name.es, amountOf(plan, 'SETUP'), amountOf(plan, 'MONTHLY'), plan.entitlements.CONVERSATIONS])).toEqual([
      ['Starter', '595', '395', 3000], ['Business', '1095', '645', 5000], ['Premium', '1945', '1290', 10_000],
    ])
    expect(plans.map(({ entitlements: { SEATS_ADMIN, SEATS_SUPERVISOR, SEATS_AGENT, INTEGRATION_HOURS } }) => [SEATS_ADMIN, SEATS_SUPERVISOR, SEATS_AGENT, INTEGRATION_HOURS]))
      .toEqual([[1, 1, 1, undefined], [1, 1, 5, 8], [1, 1, 10, 16]])
    const flags = plans.map(({ entitlements }) => Object.keys(entitlements).filter(feature => entitlements[feature as keyof typeof entitlements] === true).sort().join(' '))
    expect(flags).toEqual([
      'CHANNEL_EMAIL CHANNEL_SMS CHANNEL_WEB DASHBOARD MENU_NLP',
      'CHANNEL_EMAIL CHANNEL_SMS CHANNEL_WEB DASHBOARD DESK_ROUTING MENU_NLP SURVEYS TRAINING_COURSE',
      'BOT_DESIGN CHANNEL_EMAIL CHANNEL_MESSENGER CHANNEL_SMS CHANNEL_TELEGRAM CHANNEL_WEB DASHBOARD DESK_ROUTING EXECUTIVE_REPORT FLOWS_CUSTOM MENU_NLP MENU_SECOND MONTHLY_OPTIMISATION QA REPORTS_BI SUPPORT_24X7 SURVEYS TRAINING_COURSE',
    ])
  })

  test('sells WhatsApp by 3,000, 5,000 and 10,000 conversations that users begin, for 250 a month at least, and the rest on request', async () => {
    const whatsapp = (await listed()).filter(({ kind }) => kind === 'WHATSAPP')
    expect(whatsapp.map(plan => [plan.entitlements.WHATSAPP_UIC, amountOf(plan, 'MINIMUM'), amountOf(plan, 'MONTHLY'), amountOf(plan, 'UIC'), amountOf(plan, 'BIC')]))
      .toEqual([3000, 5000, 10_000].map(units => [units, '250', null, null, null]))
  })

  test('offers every add-on of the proposal, and is worded in both languages', async () => {
    const all = await listed()
    expect(all.filter(({ kind }) => kind === 'ADD_ON' || kind === 'SERVICE').map(({ key }) => key)).toEqual([
      'MULTIBOT', 'AGENT_LICENCE', 'CAMPAIGNS', 'CONVERSATIONS_10000', 'CHANNEL_MESSENGER', 'CHANNEL_TELEGRAM', 'CHANNEL_APP', 'CHANNEL_INSTAGRAM', 'INTERMEDIATE_DATABASE', 'ACTIVE_DIRECTORY',
      'OTP', 'KNOWN_DATA', 'PREDICTIVE_MODEL', 'SENTIMENT', 'REPORTS_BI', 'QR', 'INTEGRATION_8H', 'TRAINING_ADMIN', 'TRAINING_AGENT',
    ])
    expect(all.filter(({ name, text }) => ![name.es, name.en, text.es, text.en].every(Boolean))).toEqual([])
  })
})

describe('a price', () => {
  test('holds from its day on, and what was before stays known', async () => {
    await set({ productKey: 'STARTER', amount: '400', validFrom: '2027-01-01' })
    expect([amountOf(await one('STARTER', { on: '2026-12-31' }), 'MONTHLY'), amountOf(await one('STARTER', { on: '2027-01-01' }), 'MONTHLY')]).toEqual(['395', '400'])
    expect((await one('STARTER')).prices.find(({ charge }) => charge === 'MONTHLY')!.coming).toEqual([{ validFrom: '2027-01-01', amount: '400', currency: 'USD' }])
  })

  test('is not written into the past, nor twice for a day', async () => {
    expect(await set({ productKey: 'OTP', validFrom: '2026-11-27' })).toMatchObject({ code: 'INVALID_INPUT', field: 'validFrom' })
    await set({ productKey: 'OTP', amount: '30' })
    expect(await set({ productKey: 'OTP', amount: '31' })).toMatchObject({ code: 'ALREADY_VALID' })
    expect(amountOf(await one('OTP'), 'MONTHLY')).toBe('30')
  })

  test.each(['-1', '1,5', '1.1234567', '', '1e3', 'NaN'])('is never %s', async amount => {
    expect(await set({ productKey: 'SENTIMENT', amount })).toMatchObject({ code: 'INVALID_INPUT', field: 'amount' })
  })

  test('that is still to come can be withdrawn, one that holds cannot, not even past the service', async () => {
    await set({ productKey: 'MULTIBOT', amount: '90', validFrom: '2027-02-01' })
    const withdraw = (validFrom: string) => asOperator(unit => catalogue.withdrawPrice(unit, { productKey: 'MULTIBOT', charge: 'MONTHLY', currency: 'USD', validFrom }))
    await withdraw('2027-02-01')
    expect(amountOf(await one('MULTIBOT', { on: '2027-03-01' }), 'MONTHLY')).toBeNull()
    expect(await asOperator(unit => catalogue.withdrawPrice(unit, { productKey: 'STARTER', charge: 'MONTHLY', currency: 'USD', validFrom: '2026-01-01' }))).toMatchObject({ code: 'ALREADY_VALID' })
    await expect(asOperator(async unit => { await unit.sql('past-delete', `delete from product_price where valid_from = '2026-01-01'`) })).rejects.toThrow('stays as it is')
    await expect(asOperator(async unit => { await unit.sql('past-update', `update product_price set amount = 1`) })).rejects.toThrow('permission denied')
  })
})

describe('a reseller', () => {
  test('sells by its own list, and where that has nothing by BotPro’s; others never see its prices', async () => {
    const [ours, theirs] = [await newReseller(db), await newReseller(db)]
    await set({ productKey: 'BUSINESS', charge: 'MONTHLY', amount: '700' }, sellerOf(ours))
    const business = await one('BUSINESS', { resellerId: ours })
    expect([amountOf(business, 'MONTHLY'), amountOf(business, 'SETUP'), business.prices.map(({ isBorrowed }) => isBorrowed)]).toEqual(['700', '1095', [true, false, false]])
    expect(amountOf(await one('BUSINESS', { resellerId: theirs }), 'MONTHLY')).toBe('645')
    const seen = await db.units.platform({ actor: sellerOf(theirs), now: NOW }, unit => catalogue.list(unit, { currency: 'USD', keys: ['BUSINESS'], resellerId: ours }))
    expect(amountOf(seen[0]!, 'MONTHLY')).toBe('645')
    await expect(set({ resellerId: ours }, sellerOf(theirs))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('’s customers see its prices, and nobody else’s customers do', async () => {
    const [seller, hers, direct] = [await newReseller(db), await newWorld(db), await newWorld(db)]
    await db.owner.query('update tenant set reseller_id = $2 where id = $1', [hers.tenantId, seller])
    await set({ productKey: 'PREMIUM', amount: '1500' }, sellerOf(seller))
    const seenBy = async (world: typeof hers) => {
      const [premium] = await world.as(await world.member('OWNER'), unit => catalogue.list(unit, { currency: 'USD', keys: ['PREMIUM'], resellerId: seller }), NOW)
      return [amountOf(premium!, 'MONTHLY'), amountOf(premium!, 'SETUP')]
    }
    // What BotPro takes of its seller is not a customer's to know.
    expect(await seenBy(hers)).toEqual(['1500', null])
    expect(await seenBy(direct)).toEqual(['1290', '1945'])
    await expect(hers.as(await hers.member('AGENT'), unit => catalogue.list(unit, { currency: 'USD' }))).rejects.toThrow('not allowed')
  })

  test('is left what was agreed from a day on', async () => {
    const resellerId = await newReseller(db)
    const discount = (percent: string, validFrom: string) => asOperator(unit => catalogue.setDiscount(unit, { resellerId, percent, validFrom }))
    expect(await discount('20', '2026-11-28')).toMatchObject({ id: resellerId })
    expect(await discount('120', '2026-12-01')).toMatchObject({ field: 'percent' })
    expect(await discount('25', '2026-11-28')).toMatchObject({ code: 'ALREADY_VALID' })
  })
})

test('a product is revised from a day on, and is no longer offered from one', async () => {
  const { key, name, text } = await one('TRAINING_AGENT')
  const revise = (more: object) => asOperator(unit => catalogue.revise(unit, { key, name, text, features: [], isSold: true, validFrom: '2026-12-24', ...more }))
  expect(await revise({ features: [{ feature: 'BOTS' }] })).toMatchObject({ field: 'features' })
  expect(await revise({ name: { es: 'Capacitación', en: ' ' } })).toMatchObject({ field: 'name' })
  expect(await revise({ isSold: false })).not.toBeInstanceOf(Refusal)
  expect((await listed({ on: '2026-12-23' })).some(product => product.key === key)).toBe(true)
  expect((await listed({ on: '2026-12-24' })).some(product => product.key === key)).toBe(false)
  expect(await revise({ validFrom: '2026-12-24' })).toMatchObject({ code: 'ALREADY_VALID' })
})

test('numbers of contracts change from a day to come, and make sense', async () => {
  const [before] = await asOperator(unit => catalogue.terms(unit, '2026-12-01'))
  expect(before).toMatchObject({ termMonths: 12, renewalWarningDays: [90, 60, 45, 30], provisionalDays: 60, paymentTermDays: 30, suspensionDays: 30, overdueInvoicesForSuspension: 2, taxPercent: '18' })
  const setTerms = (more: object) => asOperator(unit => catalogue.setTerms(unit, { ...before!, validFrom: '2027-06-01', ...more }))
  expect(await setTerms({ validFrom: '2026-11-28' })).toMatchObject({ field: 'validFrom' })
  expect(await setTerms({ suspensionDays: 0 })).toMatchObject({ field: 'suspensionDays' })
  expect(await setTerms({ renewalWarningDays: [30, 30] })).toMatchObject({ field: 'renewalWarningDays' })
  await setTerms({ suspensionDays: 45 })
  const all = await asOperator(unit => catalogue.terms(unit))
  expect(all.map(({ validFrom, suspensionDays }) => [validFrom, suspensionDays])).toEqual([['2026-01-01', 30], ['2027-06-01', 45]])
  expect(termsAt(all, '2025-01-01').validFrom).toBe('2026-01-01')
  expect(termsProblem(before!)).toBeUndefined()
})
