import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { adapters } from '../../channels/index.ts'
import { Lines } from '../../channels/provider/lines.ts'
import { ContactMatters } from './contact-matters.ts'

const database = useDatabase({ entities })
const lines = new Lines({ get units() { return database.units }, sealer: {} as never, adapters, http: {} as never, publicUrl: () => 'http://botpro.test' })
const matters = new ContactMatters({ lines })
const NOW = new Date('2026-12-01T12:00:00Z')

/** One who wrote on WhatsApp so many hours ago; nobody, where no hours are given. */
async function raisedFor(hours?: number) {
  const world = await newWorld(database)
  const [contactId, account, identity] = [newId(), newId(), newId()]
  const { owner } = database
  await owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at) values ($1, $2, 'Ana', 'ES', now(), now())`, [world.tenantId, contactId])
  await owner.query(`insert into channel_account (tenant_id, id, kind, name, state, created_at) values ($1, $2, 'WHATSAPP', 'WA', 'LIVE', now())`, [world.tenantId, account])
  if (hours !== undefined) await owner.query(`insert into contact_identity (tenant_id, id, contact_id, channel_account_id, external_id, created_at, last_heard_at)
    values ($1, $2::uuid, $3, $4, $2::text, $5, $5)`, [world.tenantId, identity, contactId, account, new Date(NOW.getTime() - hours * 3_600_000)])
  const raise = () => world.as(systemActor(world.tenantId), unit => matters.raise(unit, { speech: { contactId, texts: { ES: 'Recibido', EN: 'Received' } }, summary: 'Mírelo' }), NOW)
  const said = async () => (await owner.query(`select c.id, c.owner, c.queued_at is not null as "isQueued", m.author, m.visibility, coalesce(m.notice, m.text) as text
    from conversation c join message m on m.conversation_id = c.id where c.tenant_id = $1 order by m.position`, [world.tenantId])).rows
  return { raise, said }
}

test('she is told, and her conversation waits for people, who are told what it is', async () => {
  const { raise, said } = await raisedFor(1)
  await raise()
  const lines = await said()
  expect(lines.map(({ author, visibility, text }) => [author, visibility, text])).toEqual([['BOT', 'PUBLIC', 'Recibido'], ['SYSTEM', 'PUBLIC', 'HANDED_TO_QUEUE'], ['BOT', 'INTERNAL', 'Mírelo']])
  expect(lines[0]).toMatchObject({ owner: 'QUEUE', isQueued: true })
})

test('where people have it already it stays where it is', async () => {
  const { raise, said } = await raisedFor(1)
  await raise()
  await raise()
  expect((await said()).map(({ text }) => text)).toEqual(['Recibido', 'HANDED_TO_QUEUE', 'Mírelo', 'Recibido', 'Mírelo'])
})

test('where no channel reaches her now, people are called all the same', async () => {
  const { raise, said } = await raisedFor(60)
  await raise()
  expect((await said()).map(({ text, owner }) => [text, owner])).toEqual([['HANDED_TO_QUEUE', 'QUEUE'], ['Mírelo', 'QUEUE']])
})

test('where she has no address any more there is nothing to be opened', async () => {
  const { raise, said } = await raisedFor()
  await raise()
  expect(await said()).toEqual([])
})
