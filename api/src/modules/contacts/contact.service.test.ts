import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import type { Actor } from '../../platform/actor.ts'
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
