import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { adapters } from '../../channels/index.ts'
import { Lines } from '../../channels/provider/lines.ts'
import { ContactSpeech, type SpeechToContact } from './contact-speech.ts'

const database = useDatabase({ entities })
const lines = new Lines({ get units() { return database.units }, sealer: {} as never, adapters, http: {} as never, publicUrl: () => 'http://botpro.test' })
const speech = new ContactSpeech({ lines })
const NOW = new Date('2026-12-01T12:00:00Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

interface Address {
  kind: 'WEB' | 'WHATSAPP' | 'EMAIL' | 'TELEGRAM'
  heard?: Date
  isAvailable?: boolean
  state?: 'LIVE' | 'PAUSED'
}

async function withContact(...addresses: Address[]): Promise<{ world: World; contactId: string; identities: string[]; accounts: string[] }> {
  const world = await newWorld(database)
  const [contactId, { owner }] = [newId(), database]
  await owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at) values ($1, $2, 'Ana', 'ES', now(), now())`, [world.tenantId, contactId])
  const [identities, accounts]: [string[], string[]] = [[], []]
  for (const { kind, heard = hoursAgo(1), isAvailable = true, state = 'LIVE' } of addresses) {
    const [account, identity] = [newId(), newId()]
    await owner.query('insert into channel_account (tenant_id, id, kind, name, state, created_at) values ($1, $2, $3, $3, $4, now())', [world.tenantId, account, kind, state])
    await owner.query(`insert into contact_identity (tenant_id, id, contact_id, channel_account_id, external_id, created_at, last_heard_at, is_available)
      values ($1, $2::uuid, $3, $4, $2::text, $5, $5, $6)`, [world.tenantId, identity, contactId, account, heard, isAvailable])
    identities.push(identity)
    accounts.push(account)
  }
  return { world, contactId, identities, accounts }
}

const say = ({ world, contactId }: { world: World; contactId: string }, more: Partial<SpeechToContact> = {}) => world.as(systemActor(world.tenantId), unit =>
  speech.say(unit, { contactId, texts: { ES: 'Su cita es mañana', EN: 'Your appointment is tomorrow' }, ...more }), NOW)

const messages = async ({ world }: { world: World }) => (await database.owner.query(`
  select m.identity_id as identity, m.text, m.status, m.content, c.owner, c.subject, c.thread_key <> '' as "hasThread"
  from message m join conversation c on c.id = m.conversation_id where m.tenant_id = $1 order by m.sent_at, m.id`, [world.tenantId])).rows

test('the address that she used last gets it, in a conversation that the bot has', async () => {
  const contact = await withContact({ kind: 'WEB', heard: hoursAgo(30) }, { kind: 'TELEGRAM', heard: hoursAgo(2) })
  expect(await say(contact)).toMatchObject({ messageId: expect.any(String) })
  expect(await messages(contact)).toMatchObject([{ identity: contact.identities[1], text: 'Su cita es mañana', status: 'QUEUED', owner: 'BOT' }])
})

test('a conversation that is open goes on, whoever has it and in its language', async () => {
  const contact = await withContact({ kind: 'WEB' })
  const first = await say(contact)
  await database.owner.query(`update conversation set owner = 'QUEUE', queued_at = now(), language = 'EN' where tenant_id = $1`, [contact.world.tenantId])
  const second = await say(contact)
  expect('conversationId' in first && 'conversationId' in second && first.conversationId === second.conversationId).toBe(true)
  expect((await messages(contact)).map(({ text, owner }) => [text, owner])).toEqual([['Su cita es mañana', 'QUEUE'], ['Your appointment is tomorrow', 'QUEUE']])
})

test('where the last address reaches nobody, the one before does', async () => {
  const contact = await withContact({ kind: 'WEB', heard: hoursAgo(90) }, { kind: 'WHATSAPP', heard: hoursAgo(60) }, { kind: 'TELEGRAM', isAvailable: false })
  await say(contact)
  expect(await messages(contact)).toMatchObject([{ identity: contact.identities[0] }])
})

test('why nothing reaches her is said by the address that she used last', async () => {
  expect(await say(await withContact())).toEqual({ problem: 'NO_CHANNEL' })
  expect(await say(await withContact({ kind: 'WHATSAPP', state: 'PAUSED' }))).toEqual({ problem: 'NO_CHANNEL' })
  expect(await say(await withContact({ kind: 'WHATSAPP', heard: hoursAgo(60) }, { kind: 'TELEGRAM', isAvailable: false }))).toEqual({ problem: 'NOT_REACHABLE' })
  expect(await say(await withContact({ kind: 'WHATSAPP', heard: hoursAgo(60) }))).toEqual({ problem: 'NO_TEMPLATE' })
})

const gaps = { ES: { ordered: ['Ana', 'Consulta', 'martes'], named: { date: 'martes' } }, EN: { ordered: [], named: {} } }
const BODY = 'Hola {{1}}: {{2}} el {{3}}'

async function withTemplate(row: { status?: string; language?: string; body?: string } = {}) {
  const contact = await withContact({ kind: 'WHATSAPP', heard: hoursAgo(60) })
  const { status = 'APPROVED', language = 'es_MX', body = BODY } = row
  await database.owner.query(`insert into message_template (tenant_id, id, channel_account_id, external_id, name, language, category, status, components, synced_at)
    values ($1, $2, $3, 'x', 'recordatorio', $4, 'UTILITY', $5, $6, now())`, [contact.world.tenantId, newId(), contact.accounts[0], language, status, JSON.stringify([{ type: 'BODY', text: body }])])
  return contact
}

test('when the window is closed, the template that is named says it', async () => {
  const contact = await withTemplate()
  await say(contact, { template: { name: 'recordatorio', gaps } })
  expect(await messages(contact)).toMatchObject([{
    text: 'Hola Ana: Consulta el martes', status: 'QUEUED', content: { kind: 'TEMPLATE', name: 'recordatorio', language: 'es_MX', values: { 'body.1': 'Ana', 'body.2': 'Consulta', 'body.3': 'martes' } },
  }])
})

test.each([
  ['is not approved', { status: 'PAUSED' }], ['is in another language', { language: 'en_US' }], ['has a gap that nothing fills', { body: 'Hola {{1}} {{9}}' }],
  ['has a name for a gap that nothing has', { body: 'Hola {{codigo}}' }],
])('a template that %s says nothing', async (_what, row) => {
  const contact = await withTemplate(row)
  expect(await say(contact, { template: { name: 'recordatorio', gaps } })).toEqual({ problem: 'TEMPLATE_UNFIT' })
  expect(await messages(contact)).toEqual([])
})

test('a mail begins a thread of its own, with a subject', async () => {
  const contact = await withContact({ kind: 'EMAIL' })
  await say(contact, { subjects: { ES: 'Consulta', EN: 'Consultation' } })
  expect(await messages(contact)).toMatchObject([{ subject: 'Consulta', hasThread: true, status: 'QUEUED' }])
})

test('who was joined with another is told where that one is', async () => {
  const contact = await withContact({ kind: 'WEB' })
  const absorbed = newId()
  await database.owner.query(`insert into contact (tenant_id, id, language, created_at, last_seen_at, merged_into) values ($1, $2, 'ES', now(), now(), $3)`, [contact.world.tenantId, absorbed, contact.contactId])
  expect(await say({ ...contact, contactId: absorbed })).toMatchObject({ messageId: expect.any(String) })
})
