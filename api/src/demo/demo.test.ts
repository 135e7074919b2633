import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { entities } from '../modules.ts'
import { BookableResources, BookableServices } from '../modules/appointments/index.ts'
import { createConnectors } from '../modules/connectors/index.ts'
import { ExchangeService } from '../modules/elena/index.ts'
import { createBots } from '../modules/flows/bots/bots.ts'
import { createLint, templateCatalogue, TemplateInstaller } from '../modules/flows/index.ts'
import { FaqService } from '../modules/knowledge/index.ts'
import { PaymentSettingsService } from '../modules/payments/index.ts'
import { RequestTypeService } from '../modules/requests/index.ts'
import { openBroadcast } from '../platform/broadcast.ts'
import { webChannelSettings } from '../modules/channels/web/web-channel-settings.ts'
import { botTexts } from '../modules/conversations/bot/bot-settings.ts'
import { createIdentity } from '../modules/identity/index.ts'
import { passwordProblem } from '../modules/identity/password-rules.ts'
import { calendarProblem, slugProblem } from '../modules/tenancy/tenant-input.ts'
import { overlappingWeekday } from '../modules/tenancy/business-calendar.ts'
import { Sealer } from '../platform/crypto.ts'
import { seedDemo, type DemoApp } from './demo.ts'
import { dominicanHolidays } from './holidays.ts'
import { companies, DEMO_PASSWORD, demoOperator } from './sign-ins.ts'

// A Wednesday, half past two in Santo Domingo.
const NOW = new Date('2026-11-25T18:30:00Z')
const quiet = () => {}

const database = useDatabase({ entities, clock: () => NOW })
const rows = async <Row = Record<string, unknown>>(text: string): Promise<Row[]> => (await database.owner.query(text)).rows as Row[]

const sealer = new Sealer([{ id: 'k1', secret: 'a secret of the tests' }])
const broadcast = openBroadcast()
const connectors = createConnectors({
  units: database.units, sealer, broadcast, clock: () => NOW, outside: { request: () => Promise.reject(new Error('nothing is asked')) }, onError: error => { throw error },
})
const { ready: readyBots } = createBots({
  units: database.units, broadcast, clock: () => NOW, memory: 1024 ** 2,
  checks: { lint: createLint({ connectors, lines: () => ({ adapterOf: () => undefined }) as never }), runTests: () => Promise.reject(new Error('nobody waits for tests')) },
  templates: templateCatalogue(new TemplateInstaller({
    connectors, payments: new PaymentSettingsService(sealer), requestTypes: new RequestTypeService(), services: new BookableServices(), resources: new BookableResources(),
    exchange: new ExchangeService(), faqs: new FaqService(),
  })),
})

const demoAt = (url: string): DemoApp => {
  const { units } = database
  const { enrolment } = createIdentity({ units, sealer, secure: false, publicUrl: () => url })
  return { url, kernel: { units, clock: () => NOW }, modules: { enrolment, readyBots } }
}

const counts = () => rows(`select (select count(*) from tenant) as tenants, (select count(*) from app_user) as people,
  (select count(*) from member) as members, (select count(*) from contact) as contacts, (select count(*) from conversation) as conversations,
  (select count(*) from message) as messages, (select count(*) from reseller_member) as sellers, (select count(*) from audit_entry) as entries,
  (select count(*) from bot) as bots, (select count(*) from bot_version) as versions, (select count(*) from connector) as connectors, (select count(*) from faq) as questions`)

let lines: string[]
// Two processes that start at once: what all the rest finds is one demo.
beforeAll(async () => {
  const start = () => seedDemo(demoAt('http://localhost:4000'), quiet)
  lines = (await Promise.all([start(), start()]))[0]
})

test('a second start adds nothing', async () => {
  const before = await counts()
  expect(await seedDemo(demoAt('http://localhost:4000'), quiet)).toEqual(lines)
  expect(await counts()).toEqual(before)
})

test('a start that was broken off is completed by the next', async () => {
  const slug = companies[0]!.profile.slug
  const [tenant] = await rows<{ id: string }>(`select id from tenant where slug = '${slug}'`)
  const tables = ['payment_settings', 'connector', 'faq', 'appointment_resource', 'appointment_service', 'request_type', 'phrase', 'bot_channel', 'bot_approval', 'bot_test', 'bot_flow', 'bot_version', 'bot', 'attachment', 'message', 'conversation', 'thread', 'contact_identity', 'contact', 'web_channel', 'channel_account', 'bot_settings', 'audit_entry', 'member']
  const before = await counts()
  await database.owner.query(`update bot set stage = 'BUILD', latest_version_id = null, live_version_id = null, last_number = 0 where tenant_id = '${tenant!.id}'`)
  for (const table of tables) await database.owner.query(`delete from ${table} where tenant_id = '${tenant!.id}'`)
  await database.owner.query(`delete from app_user where email like '%@${companies[0]!.domain}.example.com'`)
  await seedDemo(demoAt('http://localhost:4000'), quiet)
  const [after] = await counts()
  // The entry about the tenant's own creation was in the trail that this test took away.
  expect({ ...after, entries: Number(after!.entries) + 1 }).toEqual({ ...before[0], entries: Number(before[0]!.entries) })
})

test('two processes that start at once make one demo', async () => {
  expect((await counts())[0]).toMatchObject({ tenants: '4', people: '34', members: '32', sellers: '1' })
})

test('the sites may carry the chat wherever the start listens', async () => {
  await seedDemo(demoAt('http://localhost:4321'), quiet)
  const channels = await rows<{ allowed_origins: string[] }>('select allowed_origins from web_channel')
  expect(channels).toHaveLength(4)
  for (const { allowed_origins } of channels) {
    expect(new Set(allowed_origins)).toEqual(new Set(['http://localhost:4321', 'http://127.0.0.1:4321', 'http://localhost:4000', 'http://127.0.0.1:4000']))
  }
})

test('the start tells where to go and as whom', () => {
  const text = lines.join('\n')
  expect(text).toContain('http://localhost:4000/demo/banco-guayacan')
  expect(text).toContain(demoOperator.email)
  expect(text).toContain(DEMO_PASSWORD)
})

describe('what stands in the database', () => {
  const none = (text: string) => async () => expect(await rows(text)).toEqual([])

  test('positions of a thread have no gaps', none(`
    select t.identity_id from thread t left join message m on m.tenant_id = t.tenant_id and m.identity_id = t.identity_id
    group by t.tenant_id, t.identity_id, t.last_position
    having count(m.id) <> t.last_position or max(m.position) is distinct from t.last_position`))

  test('messages of a thread are in the order of their times and ids', none(`
    select 1 from (select sent_at, id, lag(sent_at) over w as earlier, lag(id) over w as before from message
      window w as (partition by tenant_id, identity_id order by position)) m where sent_at < earlier or id <= before`))

  test('the last message of a conversation is the newest that the contact could see', none(`
    select c.id from conversation c where c.last_message_id is distinct from (
      select m.id from message m where m.tenant_id = c.tenant_id and m.conversation_id = c.id
        and m.visibility = 'PUBLIC' and m.author <> 'SYSTEM' order by position desc limit 1)`))

  test('unread is what the contact wrote and no agent has seen', none(`
    select c.id from conversation c where c.unread_count <> (
      select count(*) from message m where m.tenant_id = c.tenant_id and m.conversation_id = c.id
        and m.author = 'CONTACT' and m.status = 'DELIVERED')`))

  test('what was read in the contact’s messages, and nothing in others, is what their conversation keeps', none(`
    select c.id from conversation c where c.sentiments <> coalesce((
      select array_agg(sentiment order by position) from (
        select m.sentiment, m.position from message m where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.sentiment is not null
        order by m.position desc limit 12) latest), '{}')
    union all select m.conversation_id from message m where m.sentiment is not null and (m.author <> 'CONTACT' or m.chosen_option_id is not null)`))

  test('what cannot wait is what no agent has answered', none(`
    select c.id from conversation c where c.urgent_since is distinct from (
      select min(m.sent_at) from message m where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.urgent and c.status = 'OPEN'
        and not exists (select from message a where a.tenant_id = m.tenant_id and a.conversation_id = m.conversation_id
          and a.author = 'AGENT' and a.visibility = 'PUBLIC' and a.position > m.position))`))

  test('each company has messages that sound negative and some that cannot wait', async () => {
    const found = await rows<{ negative: number, urgent: number }>(`select count(*) filter (where sentiment_label = 'NEGATIVE')::int as negative,
      count(*) filter (where urgent)::int as urgent from message where sentiment is not null group by tenant_id`)
    expect(found).toHaveLength(4)
    for (const { negative, urgent } of found) {
      expect(negative).toBeGreaterThan(5)
      expect(urgent).toBeGreaterThan(0)
    }
  })

  test('the last activity is the last message', none(`
    select c.id from conversation c where c.last_activity_at <> (
      select max(sent_at) from message m where m.tenant_id = c.tenant_id and m.conversation_id = c.id)`))

  test('a thread is read as far as its messages say', none(`
    select m.id from message m join thread t on t.tenant_id = m.tenant_id and t.identity_id = m.identity_id
    where m.author in ('BOT', 'AGENT') and m.visibility = 'PUBLIC' and (m.status = 'READ') <> (m.position <= t.read_position)`))

  test('conversations of one identity do not overlap', none(`
    select 1 from (select opened_at, lag(coalesce(closed_at, 'infinity')) over w as ended from conversation
      window w as (partition by tenant_id, identity_id order by opened_at)) c where opened_at < ended`))

  test('who waits is in the queue, who is answered is held, and times follow each other', none(`
    select id from conversation where (status = 'OPEN' and (owner = 'QUEUE') <> (queued_at is not null))
      or (owner = 'AGENT' and first_answered_at is null) or first_answered_at < first_queued_at
      or first_queued_at < opened_at or closed_at < first_answered_at`))

  test('nothing happens after now or more than a week ago', none(`
    select id from message where sent_at > '${NOW.toISOString()}' or sent_at < '${NOW.toISOString()}'::timestamptz - interval '7 days'`))

  test('nobody speaks with a gap left open in the text', none(`select text from message where text ~ '[{}<>]|undefined|NaN'`))

  test('the trail holds', none(`select id from tenant where first_broken_audit_entry(id) is not null`))

  test('each company has people waiting, being answered and with the bot, and figures of today', async () => {
    const found = await rows(`select tenant_id, count(*) filter (where owner = 'QUEUE' and status = 'OPEN')::int as waiting,
      count(*) filter (where owner = 'AGENT' and status = 'OPEN')::int as active, count(*) filter (where owner = 'BOT' and status = 'OPEN')::int as bot,
      count(*) filter (where closed_at > '2026-11-25T04:00:00Z')::int as closed, count(distinct contact_id)::int as contacts from conversation group by 1`)
    expect(found).toHaveLength(4)
    for (const company of found) {
      expect(company).toMatchObject({ waiting: 4, active: 6, bot: 2 })
      expect(company.closed).toBeGreaterThan(5)
      expect(company.contacts).toBeGreaterThanOrEqual(25)
      expect(company.contacts).toBeLessThanOrEqual(40)
    }
  })
})

describe('what the companies say would pass their own forms', () => {
  test.each(companies.map(company => [company.profile.name, company] as const))('%s', (_name, { widget, bot, hours, profile }) => {
    expect(webChannelSettings({ ...widget, allowedOrigins: [] })).toMatchObject({ color: widget.color, texts: widget.texts })
    expect(botTexts(bot)).toEqual(bot)
    expect(calendarProblem(hours, dominicanHolidays)).toBeUndefined()
    expect(overlappingWeekday(hours)).toBeUndefined()
    expect(slugProblem(profile.slug)).toBeUndefined()
  })
})

test('each company’s site is answered by the flows of its sector, with payments that can be tried', async () => {
  const found = await rows(`select t.sector, b.stage, v.number, v.test_count > 30 as tested, c.hours, a.kind, s.connector, (select count(*)::int from bot o where o.tenant_id = t.id) as bots
    from tenant t join bot b on b.tenant_id = t.id join bot_version v on v.tenant_id = t.id and v.id = b.live_version_id
      join bot_channel c on c.tenant_id = t.id and c.bot_id = b.id join channel_account a on a.tenant_id = t.id and a.id = c.channel_account_id
      join payment_settings s on s.tenant_id = t.id order by t.sector`)
  const live = { stage: 'LIVE', number: 1, tested: true, hours: 'ALWAYS', kind: 'WEB', bots: 1 }
  expect(found).toEqual([
    { sector: 'FINANCIAL', connector: 'bank', ...live }, { sector: 'GOVERNMENT', connector: 'government', ...live },
    { sector: 'HEALTH', connector: 'health', ...live }, { sector: 'RETAIL', connector: 'store', ...live },
  ])
})

test('whoever put the bot of the demo away, or made it her own, finds it so after the next start', async () => {
  await database.owner.query(`update bot set name = 'La mía', stage = 'BUILD', live_version_id = null where tenant_id = (select id from tenant where sector = 'RETAIL')`)
  const before = await rows('select id, name, stage, draft_revision from bot order by id')
  await seedDemo(demoAt('http://localhost:4000'), quiet)
  expect(await rows('select id, name, stage, draft_revision from bot order by id')).toEqual(before)
})

test('the demo password is one that anybody could choose', () => {
  expect(passwordProblem(DEMO_PASSWORD)).toBeUndefined()
})

test('the store has a page of its own that its bot will answer from', async () => {
  const sources = await rows(`select s.kind, s.state, f.name from knowledge_source s join knowledge_file f on f.tenant_id = s.tenant_id and f.source_id = s.id`)
  expect(sources).toEqual([{ kind: 'MARKDOWN', state: 'WAITING', name: 'preguntas-envios-y-devoluciones.md' }])
  expect(await rows(`select task_identifier from graphile_worker.jobs where task_identifier = 'knowledge.read'`)).toHaveLength(1)
})
