import { afterAll, beforeAll, expect, test } from 'vitest'
import { entities } from '../src/modules.ts'
import { ApiProcess } from './api-process.ts'
import { dice } from './dice.ts'
import { useDatabase } from './harness.ts'
import { persistently } from './insisting.ts'
import { killAgainAndAgain } from './killing.ts'
import { newWorld, type World } from './world.ts'

const database = useDatabase({ entities })
let api: ApiProcess
let world: World

beforeAll(async () => {
  world = await newWorld(database)
  api = await ApiProcess.prepare(database)
  await api.start()
}, 60_000)
afterAll(() => api?.stop())

const VISITORS = 40
const EACH = 50
const KILLS = 5
const ORIGIN = 'https://example.com'

let tries = 0
const insist = persistently(() => api.url, () => void tries++)
let answered = 0
interface Sent {
  clientId: string
  answer: { message: { id: string }; messages: { id: string; author: string }[] }
}

async function visit(): Promise<Sent[]> {
  const { token } = await insist('StartVisitorSession', { input: { siteKey: world.siteKey, origin: ORIGIN } })
  const send = async (): Promise<Sent> => {
    const clientId = crypto.randomUUID()
    const answer = await insist('SendVisitorMessage', { input: { clientId, text: 'horario' } }, token)
    answered++
    return { clientId, answer }
  }
  // Three tabs at once, before there is a contact; then one after the other.
  const sent = await Promise.all([send(), send(), send()])
  while (sent.length < EACH) sent.push(await send())
  return sent
}

test('of 2,000 messages sent while the API is killed again and again, each is stored and answered exactly once', { timeout: 240_000 }, async () => {
  const { roll, seed } = dice()
  const visits = Promise.all(Array.from({ length: VISITORS }, visit))
  await killAgainAndAgain(api, { kills: KILLS, of: VISITORS * EACH, done: () => answered, roll })
  const sent = (await visits).flat()
  const [stored] = (await database.owner.query(COUNTS, [world.tenantId])).rows
  expect(stored, `seed ${seed}`).toEqual({
    fromContacts: VISITORS * EACH, clientIds: VISITORS * EACH, fromBot: VISITORS * (EACH + 1), contacts: VISITORS, identities: VISITORS,
    conversations: VISITORS, open: VISITORS, gaps: 0, events: VISITORS * (2 * EACH + 1), lastSeq: VISITORS * (2 * EACH + 1), unread: 0,
  })
  const { rows } = await database.owner.query(`select id, client_id as "clientId" from message where tenant_id = $1 and author = 'CONTACT'`, [world.tenantId])
  const idOf = new Map(rows.map(row => [row.clientId, row.id]))
  for (const { clientId, answer } of sent) expect(idOf.get(clientId), `seed ${seed}`).toBe(answer.message.id)
  // Every answer of the bot was given to exactly one message; greetings aside.
  const answers = sent.map(({ answer }) => answer.messages.filter(one => one.author === 'BOT').at(-1)!.id)
  expect(new Set(answers).size).toBe(VISITORS * EACH)
  console.log(`${sent.length} messages, ${KILLS} kills, ${tries} tries unanswered, 0 lost, 0 doubled, seed ${seed}`)
})

const COUNTS = `
  select
    count(*) filter (where m.author = 'CONTACT')::int as "fromContacts",
    count(distinct m.client_id)::int as "clientIds",
    count(*) filter (where m.author = 'BOT')::int as "fromBot",
    (select count(*)::int from contact where tenant_id = $1) as contacts,
    (select count(*)::int from contact_identity where tenant_id = $1) as identities,
    (select count(*)::int from conversation where tenant_id = $1) as conversations,
    (select count(*)::int from conversation where tenant_id = $1 and status = 'OPEN') as open,
    (select count(*)::int from (
      select max(position) - count(*) as missing from message where tenant_id = $1 group by identity_id
    ) thread where missing <> 0) as gaps,
    (select count(*)::int from event_log where tenant_id = $1 and kind = 'MESSAGE_ADDED') as events,
    (select last_seq::int from event_cursor where tenant_id = $1) as "lastSeq",
    (select count(*)::int from conversation where tenant_id = $1 and unread_count <> 0) as unread
  from message m where m.tenant_id = $1`
