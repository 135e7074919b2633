import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor, type Actor } from '../../../platform/actor.ts'
import { noteCharge } from './charge.ts'
import { closeMonth } from './month.ts'
import { meteredSessions, usageOf } from './usage.queries.ts'
import { arrives, told } from './traffic.fixture.ts'

const database = useDatabase({ entities })
const NOW = new Date('2026-12-20T15:00:00Z')

let world: World
let admin: Actor
beforeEach(async () => {
  world = await newWorld(database)
  admin = await world.member('ADMIN')
})

const system = () => systemActor(world.tenantId)
const person = (name: string) => ({ channelAccountId: world.channelAccountId, externalId: name })
const writes = (name: string, at: string, author: 'CONTACT' | 'AGENT' = 'CONTACT') =>
  world.as(system(), unit => arrives(unit, told(person(name), at, { author })), NOW)
const usage = (month: string, who = admin) => world.as(who, unit => usageOf(unit, month), NOW)
const sessions = (more: Partial<Parameters<typeof meteredSessions>[1]> = {}, who = admin) =>
  world.as(who, unit => meteredSessions(unit, { month: '2026-12-01', first: 10, ...more }), NOW)

test('a month tells its sessions by who began, and what providers charged', async () => {
  // Midnight in Santo Domingo is four hours later.
  await writes('ana', '2026-12-01T03:59:00Z')
  await writes('ana', '2026-12-02T04:00:00Z')
  await writes('luis', '2026-12-02T04:00:00Z')
  await writes('eva', '2026-12-02T04:00:00Z', 'AGENT')
  const charge = { model: 'PMP', type: 'regular', category: 'utility', isBillable: true }
  for (const externalId of ['a', 'b', 'a']) await world.as(system(), unit =>
    noteCharge(unit, { channelAccountId: world.channelAccountId, externalId, at: new Date('2026-12-02T04:00:00Z'), charge }), NOW)
  expect(await usage('2026-11-30')).toEqual({ month: '2026-11-01', isClosed: false, sessions: [{ channelKind: 'WEB', initiator: 'UIC', count: 1 }], charges: [] })
  expect(await usage('2026-12-15')).toEqual({
    month: '2026-12-01', isClosed: false,
    sessions: [{ channelKind: 'WEB', initiator: 'BIC', count: 1 }, { channelKind: 'WEB', initiator: 'UIC', count: 2 }],
    charges: [{ channelKind: 'WEB', model: 'PMP', type: 'regular', category: 'utility', market: null, quantity: 2 }],
  })
})

test('each unit leads to its conversation, page by page, the newest first', async () => {
  for (const [n, name] of ['ana', 'luis', 'eva'].entries()) await writes(name, `2026-12-0${n + 1}T12:00:00Z`, n === 1 ? 'AGENT' : 'CONTACT')
  const first = await sessions({ first: 2 })
  const second = await sessions({ first: 2, after: first.edges.at(-1)!.cursor })
  const all = [...first.edges, ...second.edges].map(({ node }) => node)
  expect(all.map(({ openedAt }) => openedAt.getUTCDate())).toEqual([3, 2, 1])
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
  const { rows } = await database.owner.query('select id from conversation where tenant_id = $1 order by id desc', [world.tenantId])
  expect(all.map(({ conversationId }) => conversationId)).toEqual(rows.map(({ id }) => id))
  expect((await sessions({ initiator: 'BIC' })).edges).toHaveLength(1)
  expect((await sessions({ channelKind: 'SMS' })).edges).toHaveLength(0)
})

test('what a closed month counted too much is taken from the open one', async () => {
  await writes('ana', '2026-11-15T12:00:00Z', 'AGENT')
  await world.as(system(), unit => closeMonth(unit, '2026-11-01'), NOW)
  await writes('ana', '2026-11-15T11:00:00Z')
  expect(await usage('2026-11-01')).toMatchObject({ isClosed: true, sessions: [{ initiator: 'BIC', count: 1 }] })
  expect((await usage('2026-12-01')).sessions).toEqual([{ channelKind: 'WEB', initiator: 'BIC', count: -1 }, { channelKind: 'WEB', initiator: 'UIC', count: 1 }])
})

test('who was erased still counts', async () => {
  await writes('ana', '2026-12-15T12:00:00Z')
  await database.owner.query('delete from contact where tenant_id = $1', [world.tenantId])
  expect((await usage('2026-12-01')).sessions).toEqual([{ channelKind: 'WEB', initiator: 'UIC', count: 1 }])
})

describe('the right to read it', () => {
  test('an analyst reads the figures, and not whose they are', async () => {
    const analyst = await world.member('ANALYST')
    expect((await usage('2026-12-01', analyst)).sessions).toEqual([])
    await expect(sessions({}, analyst)).rejects.toThrow('not allowed')
  })

  test('an agent reads neither', async () => {
    await expect(usage('2026-12-01', await world.member('AGENT'))).rejects.toThrow('not allowed')
  })

  test('a month that is none is refused', async () => {
    await expect(usage('2026-13-01')).rejects.toThrow('month')
  })
})
