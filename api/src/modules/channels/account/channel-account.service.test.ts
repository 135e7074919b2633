import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import type { Actor } from '../../../platform/actor.ts'
import { Sealer } from '../../../platform/crypto.ts'
import type { Unit } from '../../../platform/unit.ts'
import { channelAccountsById } from './channel-account.queries.ts'
import { ChannelAccountService } from './channel-account.service.ts'
import { defaultTexts } from '../web/widget-defaults.ts'

const database = useDatabase({ entities })
const channels = new ChannelAccountService({ sealer: new Sealer([{ id: 'k1', secret: 'x' }]) })

const change = (world: World, more: object = {}) => ({
  channelAccountId: world.channelAccountId, version: 1, name: 'Tienda', allowedOrigins: ['https://WWW.example.com/'],
  color: '#AA00FF', side: 'LEFT' as const, botName: 'ELENA', texts: defaultTexts('Tienda'), ...more,
})

describe('changing a chat', () => {
  test('brings origins and colours to their one form', async () => {
    const world = await newWorld(database)
    const admin = await world.member('ADMIN')
    await world.as(admin, unit => channels.changeWeb(unit, change(world)))
    const [account] = await world.as(admin, unit => channelAccountsById(unit, [world.channelAccountId]))
    expect(account).toMatchObject({ name: 'Tienda', web: { allowedOrigins: ['https://www.example.com'], color: '#aa00ff', side: 'LEFT', version: 2 } })
  })

  test('on an older state is refused, and what the other did stays', async () => {
    const world = await newWorld(database)
    const admin = await world.member('ADMIN')
    await world.as(admin, unit => channels.changeWeb(unit, change(world)))
    expect(await world.as(admin, unit => channels.changeWeb(unit, change(world, { name: 'Otra' })))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  test('by two at once is done by one, and the other is told', async () => {
    const world = await newWorld(database)
    const admins = [await world.member('ADMIN'), await world.member('OWNER')]
    const save = (unit: Unit) => channels.changeWeb(unit, change(world))
    const { first, second } = await overlapping(world, admins, save)
    expect(first).toBe(world.channelAccountId)
    expect(second).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  test.each([
    ['allowedOrigins.0', { allowedOrigins: ['http://example.com'] }],
    ['color', { color: 'red' }],
    ['botName', { botName: '  ' }],
    ['texts.0.greeting', { texts: defaultTexts('x').map(texts => ({ ...texts, greeting: '' })) }],
    ['name', { name: '' }],
  ])('names the field that is wrong: %s', async (field, wrong) => {
    const world = await newWorld(database)
    const admin = await world.member('ADMIN')
    expect(await world.as(admin, unit => channels.changeWeb(unit, change(world, wrong)))).toMatchObject({ field })
  })

  test('is not for agents', async () => {
    const world = await newWorld(database)
    const agent = await world.member('AGENT')
    await expect(world.as(agent, unit => channels.changeWeb(unit, change(world)))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

/** The second begins before the first has ended. */
async function overlapping<Result>(world: World, [one, other]: Actor[], work: (unit: Unit) => Promise<Result>) {
  let second!: Promise<Result>
  const first = await world.as(one!, async unit => {
    const result = await work(unit)
    second = world.as(other!, work)
    await Promise.race([second.catch(() => {}), somebodyWaits()])
    return result
  })
  return { first, second: await second }
}

async function somebodyWaits() {
  for (let waiting = 0; waiting === 0;) {
    const { rows } = await database.owner.query(`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
    waiting = rows[0].waiting
  }
}
