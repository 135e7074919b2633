import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { beforeEach, describe, expect, test } from 'vitest'
import { dice } from '../../../../test/dice.ts'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { News } from '../../../platform/news.ts'
import type { ChannelKind } from '../../channels/channel-kind.ts'
import { noteFailure } from './metering.ts'
import { closeMonth } from './month.ts'
import type { CountedSession } from './session.store.ts'
import { ANY_KIND, arrives, told, type Told } from './traffic.fixture.ts'

const news = new News()
const database = useDatabase({ entities, schema: ANY_KIND, news })
const NOW = new Date('2026-12-20T15:00:00Z')
const HOUR = 3_600_000

let world: World
beforeEach(async () => {
  world = await newWorld(database)
})

async function account(kind: ChannelKind, where = world): Promise<string> {
  const id = newId()
  await database.owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, $3, $3, now())`, [where.tenantId, id, kind])
  return id
}

const someone = (channelAccountId = world.channelAccountId) => ({ channelAccountId, externalId: `+1809${Math.floor(Math.random() * 1e7)}:${randomUUID()}` })
const arrive = (one: Told, where = world, now = NOW) => where.as(systemActor(where.tenantId), unit => arrives(unit, one), now)
const close = (month: string, where = world, now = NOW) => where.as(systemActor(where.tenantId), unit => closeMonth(unit, month), now)
const fail = (messageId: string) => world.as(systemActor(world.tenantId), async unit => {
  await unit.sql('test-fail', `update message set status = 'FAILED' where tenant_id = $1 and id = $2`, [unit.tenantId, messageId])
  await noteFailure(unit, messageId)
}, NOW)

/** Everything that counts, in words that know no id of ours. */
async function counted(where = world): Promise<string[]> {
  const { rows } = await database.owner.query<{ line: string }>(`
    select concat_ws(' ', i.external_id, s.channel_kind, s.initiator, to_char(s.opened_at at time zone 'UTC', 'MM-DD HH24:MI'), 'in', to_char(s.month, 'YYYY-MM'), s.units) as line
    from metered_session s join contact_identity i on i.tenant_id = s.tenant_id and i.id = s.identity_id where s.tenant_id = $1 order by i.external_id, s.opened_at, s.month, s.units`, [where.tenantId])
  return rows.map(({ line }) => line)
}
const countedOf = async () => (await counted()).map(line => line.split(' ').slice(1).join(' '))

describe('a day of many people, on three channels', () => {
  const KINDS = ['WEB', 'WHATSAPP', 'TELEGRAM'] as const

  function traffic(accounts: readonly string[], seed: number): Told[] {
    const below = throwing(seed)
    return Array.from({ length: 30 }, (_, person) => {
      const at = () => new Date(Date.parse('2026-11-30T06:00:00Z') + below(60 * 60) * 60_000)
      return Array.from({ length: 2 + below(8) }, (_, n): Told => ({
        channelAccountId: accounts[person % accounts.length]!, externalId: `person ${person}`, clientId: uuidOf(person * 100 + n), at: at(),
        author: (['CONTACT', 'CONTACT', 'BOT', 'AGENT', 'SYSTEM'] as const)[below(5)]!, visibility: below(8) === 0 ? 'INTERNAL' : 'PUBLIC',
        status: below(8) === 0 ? 'FAILED' : 'SENT', content: below(3) === 0 ? TEMPLATE : null,
      }))
    }).flat()
  }
  const uuidOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

  test('counts the same, replayed, shuffled and doubled', async () => {
    const [orderly, wild] = [world, await newWorld(database)]
    const [there, here] = await Promise.all([orderly, wild].map(where => Promise.all(KINDS.map(kind => account(kind, where)))))
    const inOrder = traffic(there!, 7).toSorted((one, other) => one.at.getTime() - other.at.getTime())
    for (const one of inOrder) await arrive(one, orderly)
    const below = throwing(11)
    const shuffled = traffic(here!, 7).map(one => [below(1e6), one] as const).toSorted(([one], [other]) => one - other).map(([, one]) => one)
    for (const one of [...shuffled, ...shuffled.toReversed()]) await arrive(one, wild)
    const expected = await counted(orderly)
    expect(expected.length).toBeGreaterThan(40)
    expect(await counted(wild)).toEqual(expected)
    await Promise.all(shuffled.map(one => arrive(one, wild)))
    expect(await counted(wild)).toEqual(expected)
  }, 120_000)
})

function throwing(seed: number) {
  const { roll } = dice(seed)
  return (most: number) => Math.floor(roll() * most)
}

const TEMPLATE = { kind: 'TEMPLATE', templateId: 't', name: 'recordatorio', language: 'es', category: 'UTILITY', values: {} } as const

describe('who began', () => {
  test.each([
    ['WHATSAPP', { author: 'CONTACT' }, 'UIC'],
    ['WHATSAPP', { author: 'AGENT', content: TEMPLATE }, 'BIC'],
    ['WHATSAPP', { author: 'AGENT' }, 'UIC'],
    ['TELEGRAM', { author: 'AGENT' }, 'BIC'],
    ['WEB', { author: 'BOT' }, 'BIC'],
  ] as const)('on %s, when %j comes first, counts as %s', async (kind, first, initiator) => {
    const who = someone(await account(kind))
    await arrive(told(who, '2026-12-01T12:00:00Z', first))
    await arrive(told(who, '2026-12-01T12:01:00Z', { author: 'CONTACT' }))
    expect(await countedOf()).toEqual([expect.stringContaining(`${kind} ${initiator} 12-01 12:00`)])
  })

  test('is seen again when what was written first comes last', async () => {
    const who = someone()
    await arrive(told(who, '2026-12-01T12:00:00Z', { author: 'AGENT' }))
    await arrive(told(who, '2026-12-01T11:59:00Z'))
    expect(await countedOf()).toEqual([expect.stringMatching(/ UIC 12-01 11:59 in 2026-12 1$/)])
  })
})

test('a message that opened a session and then failed opened none, and what it hid opens one', async () => {
  const who = someone()
  const [first] = [await arrive(told(who, '2026-12-01T12:00:00Z', { author: 'AGENT' })), await arrive(told(who, '2026-12-01T13:00:00Z', { author: 'BOT' }))]
  await arrive(told(who, '2026-12-05T13:00:00Z'))
  await fail(first)
  expect(await countedOf()).toEqual([expect.stringContaining('BIC 12-01 13:00'), expect.stringContaining('UIC 12-05 13:00')])
})

test('the only message of ours failed: there was no session, and a message of the week before is still counted rightly', async () => {
  const who = someone()
  await arrive(told(who, '2026-12-01T12:00:00Z'))
  const only = await arrive(told(who, '2026-12-09T12:00:00Z', { author: 'AGENT' }))
  await fail(only)
  await arrive(told(who, '2026-12-01T11:00:00Z'))
  expect(await countedOf()).toEqual([expect.stringContaining('UIC 12-01 11:00')])
})

test('while a session is open a message costs no statement, and the one that opens it costs one round trip', async () => {
  const who = someone()
  const asked = (at: string) => world.as(systemActor(world.tenantId), async unit => {
    const names: string[] = []
    const { sql } = unit
    Object.assign(unit, { sql: (...query: Parameters<typeof sql>) => (names.push(query[0]), sql.apply(unit, query)) })
    await arrives(unit, told(who, at))
    return names.filter(name => /^metering|shared/.test(name))
  }, NOW)
  expect(await asked('2026-12-01T12:00:00Z')).toEqual(['advisory-lock-shared', 'metering-open'])
  expect(await asked('2026-12-01T12:01:00Z')).toEqual([])
  expect(await asked('2026-12-02T11:59:00Z')).toEqual([])
})

test('notes and notices do not count', async () => {
  const who = someone()
  await arrive(told(who, '2026-12-01T12:00:00Z', { author: 'AGENT', visibility: 'INTERNAL' }))
  await arrive(told(who, '2026-12-01T12:00:00Z', { author: 'SYSTEM' }))
  expect(await counted()).toEqual([])
})

test('messages of one person that come at the same time open one session', async () => {
  const who = someone()
  const all = Array.from({ length: 24 }, (_, n) => told(who, new Date(Date.parse('2026-12-01T12:00:00Z') + ((n * 7) % 24) * HOUR)))
  await Promise.all(all.map(one => arrive(one)))
  expect(await countedOf()).toEqual([expect.stringContaining('UIC 12-01 12:00')])
})

describe('a session is counted in the month of its opening, where the tenant is', () => {
  test.each([
    'America/Santo_Domingo', 'Europe/Madrid', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'America/Sao_Paulo', 'UTC',
  ])('in %s', async zone => {
    await database.owner.query('update tenant set time_zone = $2 where id = $1', [world.tenantId, zone])
    // With the ends of summer time in both halves of the world.
    const turns = ['2026-03-01', '2026-04-01', '2026-10-01', '2026-11-01'].map(day => DateTime.fromISO(day, { zone }))
    const moments = turns.flatMap(turn => [-1, 0, 1].map(ms => turn.plus({ milliseconds: ms })))
    for (const moment of moments) await arrive(told(someone(), moment.toJSDate()))
    const { rows } = await database.owner.query<{ at: Date; month: string }>(
      `select opened_at as at, to_char(month, 'YYYY-MM') as month from metered_session where tenant_id = $1 order by 1`, [world.tenantId])
    expect(rows.map(({ at, month }) => [at.getTime(), month])).toEqual(moments.map(moment => [moment.toMillis(), moment.toFormat('yyyy-MM')]))
  })
})

describe('once a month is closed', () => {
  const closedRows = () => database.owner.query(`select * from metered_session where tenant_id = $1 and month = '2026-11-01' order by id`, [world.tenantId]).then(({ rows }) => rows)

  test('what comes late counts in the first month that is open', async () => {
    await close('2026-11-01')
    await arrive(told(someone(), '2026-11-15T12:00:00Z'))
    expect(await countedOf()).toEqual([expect.stringContaining('UIC 11-15 12:00 in 2026-12 1')])
  })

  test('its sessions stay, and what turns out otherwise is corrected in the open one', async () => {
    const who = someone()
    await arrive(told(who, '2026-11-15T12:00:00Z', { author: 'AGENT' }))
    await close('2026-11-01')
    const before = await closedRows()
    const late = told(who, '2026-11-15T11:00:00Z')
    await arrive(late)
    await arrive(late)
    const corrected = [
      expect.stringContaining('UIC 11-15 11:00 in 2026-12 1'), expect.stringContaining('BIC 11-15 12:00 in 2026-11 1'), expect.stringContaining('BIC 11-15 12:00 in 2026-12 -1'),
    ]
    expect(await countedOf()).toEqual(corrected)
    expect(await closedRows()).toEqual(before)
  })

  test('a correction that proves wrong before it is invoiced is gone without a trace', async () => {
    const who = someone()
    await arrive(told(who, '2026-11-15T12:00:00Z', { author: 'AGENT' }))
    await close('2026-11-01')
    const before = await counted()
    const late = await arrive(told(who, '2026-11-15T11:00:00Z', { author: 'AGENT' }))
    expect(await counted()).toHaveLength(3)
    await fail(late)
    expect(await counted()).toEqual(before)
  })

  test('and the next too, a correction is corrected in the one after', async () => {
    const who = someone()
    await arrive(told(who, '2026-10-15T12:00:00Z', { author: 'AGENT' }), world, NOW)
    await close('2026-10-01')
    const late = await arrive(told(who, '2026-10-15T11:00:00Z', { author: 'AGENT' }))
    await close('2026-11-01')
    await fail(late)
    const { rows } = await database.owner.query(`select to_char(opened_at, 'HH24') as hour, sum(units)::int as units from metered_session where tenant_id = $1 group by 1 order by 1`, [world.tenantId])
    expect(rows.map(({ units }) => units)).toEqual([0, 1])
    expect(await counted()).toHaveLength(5)
  })

  test('it cannot be opened by closing an older one, and none that is not over can be closed', async () => {
    await close('2026-11-01')
    await close('2026-09-01')
    await arrive(told(someone(), '2026-10-15T12:00:00Z'))
    expect(await countedOf()).toEqual([expect.stringContaining('in 2026-12')])
    await expect(close('2026-12-01')).rejects.toThrow('not over')
  })

  test('while others count, each session is either in it or after it', async () => {
    const all = Array.from({ length: 20 }, () => told(someone(), '2026-11-15T12:00:00Z'))
    const arriving = all.map(one => arrive(one))
    await close('2026-11-01')
    const closed = await closedRows()
    await Promise.all(arriving)
    expect(await closedRows()).toEqual(closed)
    expect(await counted()).toHaveLength(20)
  })
})

describe('those who listen', () => {
  const heard: CountedSession[] = []
  news.on('session.opened', async (unit, session) => {
    heard.push(session)
    if (session.channelKind === 'SMS') await unit.sql('test-refuse', 'select 1 / 0')
  })

  test('are told once, in the unit: when they fail, nothing counts and nothing is stored', async () => {
    heard.length = 0
    const one = told(someone(), '2026-12-01T12:00:00Z')
    await arrive(one)
    await arrive(one)
    expect(heard).toEqual([expect.objectContaining({ channelKind: 'WEB', initiator: 'UIC', month: '2026-12-01', openedAt: one.at })])
    await expect(arrive(told(someone(await account('SMS')), '2026-12-01T12:00:00Z'))).rejects.toThrow('division by zero')
    expect(await counted()).toHaveLength(1)
  })
})
