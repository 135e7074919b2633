import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { systemActor, type Actor } from '../../platform/actor.ts'
import type { Unit } from '../../platform/unit.ts'
import { ContactService } from './contact.service.ts'
import { assertMayRead } from './contact.queries.ts'

const database = useDatabase({ entities })
const contacts = new ContactService()

test('of two who change a contact at once, one is told that it changed meanwhile', async () => {
  const world = await newWorld(database)
  const visitor = world.visitor()
  const { contactId } = await world.as(visitor, unit => contacts.admit(unit, { ...visitor, claims: {} }))
  const agents = [await world.member(), await world.member()]
  const details = { contactId, version: 1, email: null, phone: null, language: 'ES' as const }
  const { first, second } = await overlapping(world, agents, unit => contacts.change(unit, { ...details, name: 'Marta' }))
  expect(first).toMatchObject({ name: 'Marta', version: 2 })
  expect(second).toMatchObject({ code: 'CHANGED_MEANWHILE' })
})

describe('whoever writes again', () => {
  const arrival = { externalId: 'DO.abc', aliases: ['18095550123'], phone: '18095550123', isPhoneTrusted: true, name: 'Ana  Peña', username: 'ana', language: 'ES' as const, verified: false }

  test('and tells nothing new waits for nobody who holds her contact', async () => {
    const world = await newWorld(database)
    const system = systemActor(world.tenantId)
    const arrives = () => world.as(system, unit => contacts.admit(unit, { ...arrival, channelAccountId: world.channelAccountId }))
    const first = await arrives()
    await world.as(system, async unit => {
      await unit.sql('test-hold-contact', 'select from contact where tenant_id = $1 for update', [world.tenantId])
      const again = arrives()
      expect(await Promise.race([again, somebodyWaits().then(() => 'she waited')])).toEqual(first)
    })
  })

  test.each([
    ['another name', { name: 'Ana María Peña' }, { display_name: 'Ana María Peña' }],
    ['another user name', { username: 'anamaria' }, { username: 'anamaria' }],
    ['a number', { phone: '18095550124' }, { phone: '+18095550124' }],
    ['an e-mail', { email: 'Ana@Correo.test' }, { email: 'ana@correo.test' }],
  ])('with %s is known by it', async (_what, news, stored) => {
    const world = await newWorld(database)
    for (const told of [{}, news]) await world.as(systemActor(world.tenantId), unit => contacts.admit(unit, { ...arrival, ...told, channelAccountId: world.channelAccountId }))
    const { rows: [identity] } = await database.owner.query('select * from contact_identity where tenant_id = $1', [world.tenantId])
    expect(identity).toMatchObject(stored)
  })
})

test('an analyst reads no contact', async () => {
  const world = await newWorld(database)
  const [analyst, agent] = [await world.member('ANALYST'), await world.member()]
  await expect(world.as(analyst, async unit => assertMayRead(unit))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await world.as(agent, async unit => assertMayRead(unit))
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
