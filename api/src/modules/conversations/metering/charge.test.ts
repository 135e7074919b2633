import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { noteCharge, SEGMENTS, type NewCharge } from './charge.ts'
import { marketOf } from './market.ts'
import lists from './markets.json' with { type: 'json' }
import { closeMonth } from './month.ts'
import { ANY_KIND, arrives, told } from './traffic.fixture.ts'

const database = useDatabase({ entities, schema: ANY_KIND })
const NOW = new Date('2026-12-20T15:00:00Z')
const MARKETING = { model: 'PMP', type: 'regular', category: 'marketing', isBillable: true }

let world: World
let line: string
beforeEach(async () => {
  world = await newWorld(database)
  line = newId()
  await database.owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, 'WHATSAPP', 'x', now())`, [world.tenantId, line])
})

const note = (charge: Partial<NewCharge> = {}) => world.as(systemActor(world.tenantId), unit =>
  noteCharge(unit, { channelAccountId: line, externalId: 'wamid.1', at: new Date('2026-12-01T12:00:00Z'), charge: MARKETING, ...charge }), NOW)

async function charges() {
  const { rows } = await database.owner.query<{ id: string; category: string; type: string; quantity: number; at: Date; month: string; market: string | null; conversation: string | null }>(`
    select external_id as id, category, quantity, at, to_char(month, 'YYYY-MM') as month, type, market, conversation_id as conversation
    from provider_charge where tenant_id = $1 order by 1`, [world.tenantId])
  return rows
}

/** What a message to this number costs by. */
async function chargeTo(externalId: string) {
  const who = { channelAccountId: line, externalId }
  const messageId = await world.as(systemActor(world.tenantId), unit => arrives(unit, told(who, '2026-12-01T11:00:00Z', { author: 'AGENT' })), NOW)
  await note({ externalId: `wamid.${externalId}`, messageId })
  return (await charges()).find(({ id }) => id === `wamid.${externalId}`)!
}

test('a message is charged once, as of the first status that told it, in whatever order and however often they come', async () => {
  const statuses = ['12:00:05', '12:00:00', '12:00:00', '12:04:00'].map((time, n): Partial<NewCharge> =>
    ({ at: new Date(`2026-12-01T${time}Z`), charge: { ...MARKETING, type: n === 1 ? 'free_entry_point' : 'regular' } }))
  let run = 0
  await fc.assert(fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 8 }), async order => {
    const externalId = `wamid.${String(run++).padStart(3, '0')}`
    for (const index of order) await note({ ...statuses[index]!, externalId })
  }), { numRuns: 40 })
  const known = await charges()
  expect(known).toHaveLength(run)
  expect(new Set(known.map(({ at, type }) => `${at.toISOString()} ${type}`))).toEqual(new Set(['2026-12-01T12:00:00.000Z free_entry_point']))
})

test('statuses that come at the same time charge once', async () => {
  await Promise.all(Array.from({ length: 16 }, (_, n) => note({ at: new Date(Date.parse('2026-12-01T12:00:00Z') + n * 1000) })))
  expect(await charges()).toEqual([expect.objectContaining({ id: 'wamid.1', at: new Date('2026-12-01T12:00:00Z') })])
})

test('a charge told before its message is known learns where the message went', async () => {
  await note({ externalId: 'wamid.18095550009' })
  const { at, market, conversation } = await chargeTo('18095550009')
  expect([at, market, conversation]).toEqual([new Date('2026-12-01T12:00:00Z'), 'Rest of Latin America', expect.any(String)])
})

test('the same name on two lines is two messages', async () => {
  await note()
  await note({ channelAccountId: world.channelAccountId })
  expect(await charges()).toHaveLength(2)
})

test('a text message is charged by its segments', async () => {
  await note({ charge: SEGMENTS, quantity: 3 })
  await note({ charge: SEGMENTS, quantity: 3 })
  expect(await charges()).toEqual([expect.objectContaining({ category: 'sms', quantity: 3 })])
})

test('what was charged in a month that is closed stays, and what comes late counts in the open one', async () => {
  await note({ at: new Date('2026-11-30T12:00:00Z') })
  await world.as(systemActor(world.tenantId), unit => closeMonth(unit, '2026-11-01'), NOW)
  await note({ at: new Date('2026-11-29T12:00:00Z') })
  await note({ at: new Date('2026-11-29T12:00:00Z'), externalId: 'wamid.2' })
  expect((await charges()).map(({ at, month }) => [at.toISOString(), month]))
    .toEqual([['2026-11-30T12:00:00.000Z', '2026-11'], ['2026-11-29T12:00:00.000Z', '2026-12']])
})

test('a charge knows its conversation and where the message went', async () => {
  expect(await chargeTo('18095550001')).toMatchObject({ market: 'Rest of Latin America', conversation: expect.any(String) })
  expect(await chargeTo('US.13491208655302741918')).toMatchObject({ market: null, conversation: expect.any(String) })
})

describe('the market of a number', () => {
  test.each([
    ['+1 809 555 0001', 'Rest of Latin America'], ['+18295550001', 'Rest of Latin America'], ['18495550001', 'Rest of Latin America'],
    ['+17875550001', 'Rest of Latin America'], ['+19395550001', 'Rest of Latin America'], ['+12125550001', 'North America'], ['+14165550001', 'North America'],
    ['+573001234567', 'Colombia'], ['+584121234567', 'Rest of Latin America'], ['+34600000000', 'Spain'], ['+3530000000', 'Rest of Western Europe'],
    ['+50370000000', 'Rest of Latin America'], ['+5370000000', 'Other'],
  ])('%s is %s', (phone, market) => {
    expect(marketOf(phone, NOW)).toBe(market)
  })

  test('is that of the list in force on the day', () => {
    const moved = { ...lists[0]!, from: '2027-01-01', markets: [{ name: 'Caribbean', prefixes: ['1809'] }] }
    const known = [...lists, moved]
    expect(['2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'].map(at => marketOf('18095550001', new Date(at), known))).toEqual(['Rest of Latin America', 'Caribbean'])
  })

  test('stands in one list once', () => {
    for (const { markets } of lists) {
      const prefixes = markets.flatMap(market => market.prefixes)
      expect(prefixes).toEqual([...new Set(prefixes)])
    }
  })
})
