import { beforeAll, describe, expect, test } from 'vitest'
import { insertLiveBot } from '../src/bench/live-bot.ts'
import { flowOf, settingsOf, variable } from '../src/modules/flows/engine/bot.fixture.ts'
import { DeskDelivery } from '../src/modules/conversations/index.ts'
import type { HoldScope } from '../src/modules/tenancy/index.ts'
import { systemActor } from '../src/platform/actor.ts'
import type { Unit } from '../src/platform/unit.ts'
import { until, useChannelStand } from './channel-stand.ts'
import { ask, type Caller } from './client.ts'
import { startWhatsappDouble } from './providers/whatsapp.ts'
import { SectorTenant } from './sector.ts'
import { Talk } from './talk.ts'

const stand = useChannelStand(async () => ({ whatsapp: await startWhatsappDouble({ deliveries: { retryMs: 20, longestMs: 200 } }) }))
const NOTICE = 'En este momento no podemos responderle por este medio. Guardamos su mensaje y le responderemos en cuanto sea posible.'
const NOTE = 'El cliente escribió mientras el servicio estaba suspendido. Nadie le ha respondido todavía.'

const { units, holds } = { units: () => stand.app.kernel.units, holds: () => stand.app.modules.holds }
const asJob = (tenantId: string, work: (unit: Unit) => Promise<unknown>) => units().tenant({ tenantId, actor: systemActor(tenantId) }, work)
const suspend = (tenantId: string, scope: HoldScope = 'WHOLE') => asJob(tenantId, unit => holds().place(unit, { kind: 'LATE_PAYMENT', scope, reason: 'Dos facturas vencidas' }))
const resume = (tenantId: string) => asJob(tenantId, unit => holds().lift(unit, 'LATE_PAYMENT'))
const rows = async (text: string, ...values: unknown[]) => (await stand.database.owner.query(text, values)).rows

/** What stands in all threads of a tenant, in order. */
const said = async (tenantId: string): Promise<string[]> =>
  (await rows(`select author || ' ' || case when author = 'SYSTEM' then notice else text end as said from message where tenant_id = $1 order by position, id`, tenantId)).map(row => row.said)
const conversations = (tenantId: string) => rows('select owner, status, queued_at is not null as "isQueued", unread_count as unread from conversation where tenant_id = $1 order by opened_at', tenantId)
const sessions = (tenantId: string) => rows('select initiator, units, (select author from message m where m.id = s.message_id) as opener from metered_session s where tenant_id = $1 order by opened_at', tenantId)
const held = (tenantId: string) => rows('select because from held_conversation where tenant_id = $1', tenantId)
const delivered = (tenantId: string) => until(async () => (await held(tenantId)).length === 0)

/** A day has passed since everything that was said. */
async function dayLater(tenantId: string) {
  await rows(`update message set sent_at = sent_at - interval '25 hours', told_at = told_at - interval '25 hours' where tenant_id = $1`, tenantId)
  await rows(`update thread set session_opened_at = session_opened_at - interval '25 hours' where tenant_id = $1`, tenantId)
  await rows(`update metered_session set opened_at = opened_at - interval '25 hours' where tenant_id = $1`, tenantId)
}

describe('a visitor of a company whose service stands still', () => {
  let tenant: SectorTenant
  let visitor: Caller
  const talk = () => new Talk(stand.url)
  beforeAll(async () => {
    tenant = await SectorTenant.open(stand.database, stand.app)
    visitor = await tenant.visitor()
    await suspend(tenant.id)
  })

  test('is heard and told so once, however she writes and repeats herself; the bot is silent, and her session counts as hers', async () => {
    const clientId = crypto.randomUUID()
    const first = await talk().says(visitor, 'hola', { clientId })
    expect(first.messages).toMatchObject([{ author: 'CONTACT', text: 'hola' }, { author: 'BOT', text: NOTICE }])
    expect(await talk().says(visitor, 'hola', { clientId })).toEqual(first)
    await Promise.all(['uno', 'dos', 'tres'].map(text => talk().says(visitor, text)))
    expect((await said(tenant.id)).toSorted()).toEqual([`BOT ${NOTICE}`, 'CONTACT dos', 'CONTACT hola', 'CONTACT tres', 'CONTACT uno'])
    expect(await sessions(tenant.id)).toEqual([{ initiator: 'UIC', units: 1, opener: 'CONTACT' }])
    expect(await conversations(tenant.id)).toEqual([{ owner: 'BOT', status: 'OPEN', isQueued: false, unread: 4 }])
  })

  test('sees the sentence as one of the bot’s, and no menu that nobody would answer', async () => {
    const { visitorThread } = await ask(stand.url, visitor, '{ visitorThread { messages(first: 10) { edges { node { author text } } } } }')
    expect(visitorThread.messages.edges.map(({ node }: any) => node)).toContainEqual({ author: 'BOT', text: NOTICE })
    const [site] = await rows('select site_key as key from web_channel where tenant_id = $1', tenant.id)
    const started = await ask(stand.url, { name: 'site', path: '/widget/graphql', headers: {} }, `mutation($input: StartVisitorSessionInput!) { startVisitorSession(input: $input) {
      ... on VisitorSession { welcome { text menu { style } } } ... on UserError { code } } }`, { input: { siteKey: site.key, origin: 'https://example.com', language: 'ES' } })
    expect(started.startVisitorSession).toEqual({ welcome: { text: 'Hola (ES)', menu: null } })
  })

  test('is told again in the next session, which her message opens', async () => {
    await dayLater(tenant.id)
    await talk().says(visitor, 'sigo aquí')
    await talk().says(visitor, '¿nadie?')
    expect((await said(tenant.id)).slice(-3)).toEqual(['CONTACT sigo aquí', `BOT ${NOTICE}`, 'CONTACT ¿nadie?'])
    expect(await sessions(tenant.id)).toEqual([{ initiator: 'UIC', units: 1, opener: 'CONTACT' }, { initiator: 'UIC', units: 1, opener: 'CONTACT' }])
  })

  test('goes to the desk once the service is back, with a word on why, and is answered by the bot no more', async () => {
    await resume(tenant.id)
    await delivered(tenant.id)
    expect((await said(tenant.id)).slice(-2)).toEqual(['SYSTEM HANDED_TO_QUEUE', `BOT ${NOTE}`])
    expect(await conversations(tenant.id)).toMatchObject([{ owner: 'QUEUE', status: 'OPEN', isQueued: true }])
    const [{ visibility }] = await rows('select visibility from message where tenant_id = $1 and text = $2', tenant.id, NOTE) as [{ visibility: string }]
    expect(visibility).toBe('INTERNAL')
    await talk().says(visitor, 'menú')
    expect((await said(tenant.id)).at(-1)).toBe('CONTACT menú')
    // And whoever comes now is greeted as ever.
    await talk().says(await tenant.visitor(), 'hola')
    expect(await said(tenant.id)).toContain('BOT Hola (ES)')
  })
})

test('who writes her first words in one moment is told so once', async () => {
  const tenant = await SectorTenant.open(stand.database, stand.app)
  const visitor = await tenant.visitor()
  await suspend(tenant.id)
  await Promise.all(['a', 'b', 'c', 'd'].map(text => new Talk(stand.url).says(visitor, text)))
  expect((await said(tenant.id)).filter(line => !line.startsWith('CONTACT'))).toEqual([`BOT ${NOTICE}`])
  expect(await sessions(tenant.id)).toEqual([{ initiator: 'UIC', units: 1, opener: 'CONTACT' }])
})

test('what people have stays theirs, and says what came meanwhile; what nobody wrote in stays as it was', async () => {
  const tenant = await SectorTenant.open(stand.database, stand.app)
  const [agent, talk] = [await tenant.member('AGENT'), new Talk(stand.url)]
  const [hers, nobodys] = [await tenant.visitor(), await tenant.visitor()]
  await talk.says(nobodys, 'solo miraba')
  await talk.says(hers, 'una persona')
  const conversationId = await talk.conversationOf(agent, 'una persona')
  await talk.claim(agent, conversationId)
  await suspend(tenant.id)
  expect((await talk.says(hers, '¿sigue ahí?')).messages).toMatchObject([{ author: 'CONTACT' }, { author: 'BOT', text: NOTICE }])
  await expect(talk.reply(agent, conversationId, 'aquí estoy')).rejects.toThrow('TENANT_SUSPENDED')
  await resume(tenant.id)
  await delivered(tenant.id)
  expect((await said(tenant.id)).filter(line => line === `BOT ${NOTE}`)).toHaveLength(1)
  expect((await rows('select owner from conversation where tenant_id = $1 order by owner', tenant.id)).map(({ owner }) => owner)).toEqual(['AGENT', 'BOT'])
  await talk.reply(agent, conversationId, 'aquí estoy')
})

test('each is brought to the desk once, whatever is cut off and run again, and none while the service stands still', async () => {
  const tenant = await SectorTenant.open(stand.database, stand.app)
  await suspend(tenant.id)
  for (let one = 0; one < 5; one++) await new Talk(stand.url).says(await tenant.visitor(), `mensaje ${one}`)
  const whole = () => new DeskDelivery({ units: units(), most: 2 }).deliver()
  await whole()
  expect(await held(tenant.id)).toHaveLength(5)
  let left = 2
  const dying = new DeskDelivery({
    most: 2,
    units: { readPlatform: scope => units().readPlatform(scope), tenant: (scope, work) => (left-- > 0 ? units().tenant(scope, work) : units().tenant(scope, async unit => { await work(unit); throw new Error('killed') })) },
  })
  // As if the job of this app had died: the hold is lifted where no news is told.
  await rows(`update service_hold set lifted_at = now(), lifted_by = '{}' where tenant_id = $1`, tenant.id)
  await expect(dying.deliver()).rejects.toThrow('could not be brought')
  expect(await held(tenant.id)).toHaveLength(3)
  await Promise.all([whole(), whole(), whole()])
  expect(await held(tenant.id)).toEqual([])
  expect((await said(tenant.id)).filter(line => line === 'SYSTEM HANDED_TO_QUEUE')).toHaveLength(5)
  expect((await said(tenant.id)).filter(line => line === `BOT ${NOTE}`)).toHaveLength(5)
})

describe('on WhatsApp', () => {
  test('she gets one sentence and nothing else, however often and in whatever order it is told', async () => {
    const tenant = await stand.tenant()
    const { whatsapp } = stand.doubles
    await tenant.connect(whatsapp)
    const tenantId = tenant.world.tenantId
    await suspend(tenantId)
    const ana = whatsapp.customer()
    Object.assign(whatsapp.webhook.deliveries.options, { copies: 3, isShuffled: true })
    for (const text of ['hola', '¿hay alguien?', 'es urgente']) ana.writes(text)
    await until(async () => (await said(tenantId)).filter(line => line.startsWith('CONTACT')).length === 3)
    await until(() => ana.inbox.length > 0)
    await until(async () => (await rows(`select status from message where tenant_id = $1 and author = 'BOT'`, tenantId)).every(({ status }) => status === 'DELIVERED'))
    expect(ana.inbox.map(({ text }) => text)).toEqual([NOTICE])
    expect((await said(tenantId)).filter(line => line.startsWith('BOT'))).toEqual([`BOT ${NOTICE}`])
    expect(await sessions(tenantId)).toEqual([{ initiator: 'UIC', units: 1, opener: 'CONTACT' }])
    Object.assign(whatsapp.webhook.deliveries.options, { copies: 1, isShuffled: false })
    // She is not shown as read: nobody has read it.
    expect((await rows(`select distinct status from message where tenant_id = $1 and author = 'CONTACT'`, tenantId))).toEqual([{ status: 'DELIVERED' }])
  })

  test('held in part, the bot and the agents answer, and what the company would begin is refused', async () => {
    const tenant = await stand.tenant()
    const { whatsapp } = stand.doubles
    await tenant.connect(whatsapp)
    const tenantId = tenant.world.tenantId
    await suspend(tenantId, 'PART')
    const ana = whatsapp.customer()
    ana.writes('una persona')
    await until(() => ana.inbox.length >= 2)
    const [{ id, contactId }] = await rows('select id, contact_id as "contactId" from conversation where tenant_id = $1', tenantId) as [{ id: string; contactId: string }]
    const talk = new Talk(stand.url)
    await talk.claim(tenant.admin, id)
    await talk.reply(tenant.admin, id, 'le atiendo')
    await until(() => ana.inbox.some(({ text }) => text === 'le atiendo'))
    const sending = async () => (await tenant.ask('query($id: ID!) { conversation(id: $id) { sending { mayWrite block mayUseTemplate } } }', { id })).conversation.sending
    expect(await sending()).toEqual({ mayWrite: true, block: null, mayUseTemplate: false })
    await rows(`update contact_identity set last_heard_at = now() - interval '25 hours' where tenant_id = $1`, tenantId)
    expect(await sending()).toEqual({ mayWrite: false, block: 'SERVICE_HELD', mayUseTemplate: false })
    await talk.close(tenant.admin, id)
    const { tellBotEvent } = await tenant.ask('mutation($input: TellBotEventInput!) { tellBotEvent(input: $input) { ... on BotEventUnheard { problem } } }', { input: { event: 'aviso', contactId } })
    expect(tellBotEvent.problem).toBe('SERVICE_HELD')
    await resume(tenantId)
    expect(await sending()).toMatchObject({ block: 'WINDOW_CLOSED', mayUseTemplate: true })
  })
})

describe('a flow that was under way', () => {
  const says = (text: string) => ({ kind: 'SAY' as const, messages: [{ kind: 'TEXT' as const, text: { ES: text } }] })
  const content = {
    settings: settingsOf({ languages: ['ES'] }), tests: [],
    flows: [
      flowOf('esperar', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['esperar'] } }], steps: {
        wait: { kind: 'WAIT', minutes: 60, event: null, saveAs: null, next: { elapsed: 'said' } } as never,
        said: says('Pasó la hora.') } }),
      flowOf('preguntar', { variables: [variable('nombre')], triggers: [{ id: 'p', kind: 'KEYWORD', words: { ES: ['preguntar'] } }], steps: {
        ask: { kind: 'ASK', text: { ES: '¿Cómo se llama?' }, answer: { type: 'TEXT' }, saveAs: 'nombre', next: { answered: 'said', failed: 'said' } }, said: says('Gracias.') } }),
    ],
  }

  test('stands still: what waited for a time that is over goes to people, and a question that nobody answered still stands', async () => {
    const tenant = await SectorTenant.open(stand.database, stand.app)
    await insertLiveBot(stand.database.owner, { tenantId: tenant.id, channelAccountId: tenant.channelAccountId }, content)
    const talk = new Talk(stand.url)
    const [waiting, asked, writing] = [await tenant.visitor(), await tenant.visitor(), await tenant.visitor()]
    await talk.says(waiting, 'esperar')
    for (const visitor of [asked, writing]) await talk.says(visitor, 'preguntar')
    await suspend(tenant.id)
    await talk.says(writing, 'María')
    await rows(`update flow_run set wake_at = now() - interval '1 minute' where tenant_id = $1 and wake_at is not null`, tenant.id)
    const runs = () => rows('select wake_at is not null as "isTimed", nudge_at from flow_run where tenant_id = $1 order by 1', tenant.id)
    // The clock of this process looks around every two seconds; a second look of our own leaves nothing to chance.
    const [run] = await rows('select id as "runId", conversation_id as "conversationId" from flow_run where tenant_id = $1 and wake_at is not null', tenant.id) as [{ runId: string; conversationId: string }]
    expect(await runs()).toHaveLength(3)
    await resume(tenant.id)
    await delivered(tenant.id)
    expect(await said(tenant.id)).not.toContain('BOT Pasó la hora.')
    expect((await said(tenant.id)).filter(line => line.includes('cuando el servicio se suspendió'))).toHaveLength(1)
    const owners = await rows('select id, owner from conversation where tenant_id = $1', tenant.id)
    expect(owners.find(({ id }) => id === run.conversationId)!.owner).toBe('QUEUE')
    expect(owners.map(({ owner }) => owner).toSorted()).toEqual(['BOT', 'QUEUE', 'QUEUE'])
    expect((await talk.says(asked, 'Ana')).messages.map(({ text }: any) => text)).toEqual(['Ana', 'Gracias.'])
    expect((await talk.says(writing, 'María otra vez')).messages).toMatchObject([{ author: 'CONTACT' }])
  })
})
