import { describe, expect, test } from 'vitest'
import { messageOfReference } from '../src/modules/channels/adapters/reference.ts'
import { ask, subscribe, type Caller } from './client.ts'
import { useChannelStand, until, type ChannelTenant } from './channel-stand.ts'
import { dice } from './dice.ts'
import { figure } from './figures.ts'
import { seqOf } from './desk.ts'
import { startWhatsappDouble, type WhatsappDouble } from './providers/whatsapp.ts'
import type { WhatsappCustomer } from './providers/whatsapp/customer.ts'
import { noFaults } from './providers/whatsapp/faults.ts'
import { sessionOf } from './sessions.ts'
import { Talk } from './talk.ts'

/** What the nearest competitor got wrong, each by its name (`reliability.md`, A.2); and what is promised beside. */
const stand = useChannelStand(async () => ({ whatsapp: await startWhatsappDouble({ faults: { perSecond: 5000, pair: { burst: 1000, everyMs: 1 } } }) }), {})

interface Line {
  tenant: ChannelTenant
  whatsapp: WhatsappDouble
  accountId: string
}

async function newLine(faults: Partial<WhatsappDouble['faults']> = {}): Promise<Line> {
  const { whatsapp } = stand.doubles
  Object.assign(whatsapp.faults, noFaults(), { perSecond: 5000, pair: { burst: 1000, everyMs: 1 } }, faults)
  const tenant = await stand.tenant()
  return { tenant, whatsapp, accountId: await tenant.connect(whatsapp) }
}

let phones = 18095550100
const newCustomer = (whatsapp: WhatsappDouble): WhatsappCustomer => whatsapp.customer(String(phones++))

interface Row { id: string; author: string; text: string; status: string; failure: { code: string } | null }

async function messagesOf({ tenant }: Line): Promise<Row[]> {
  const { rows } = await stand.database.owner.query<Row>('select id, author, text, status, failure from message where tenant_id = $1 order by id', [tenant.world.tenantId])
  return rows
}

/** Of what the bot said, of which there is some. */
async function isEachOfTheBot(line: Line, is: (message: Row) => boolean): Promise<boolean> {
  const said = (await messagesOf(line)).filter(message => message.author === 'BOT')
  return said.length > 0 && said.every(is)
}

const count = async (table: string, tenantId: string): Promise<number> =>
  (await stand.database.owner.query(`select count(*)::int as count from ${table} where tenant_id = $1`, [tenantId])).rows[0].count

/** Nothing is on its way in or out any more. */
async function quiet({ tenant }: Line, patience?: number): Promise<void> {
  await until(async () => {
    const { rows: [left] } = await stand.database.owner.query(`select
      (select count(*)::int from channel_delivery where tenant_id = $1 and processed_at is null) as coming,
      (select count(*)::int from outbound_message where tenant_id = $1 and state in ('QUEUED', 'SENDING')) as going`, [tenant.world.tenantId])
    return left.coming === 0 && left.going === 0
  }, patience)
}

/** An agent who has the conversation of whoever wrote last, and what she writes. */
async function agentOf(line: Line, customer: WhatsappCustomer) {
  customer.writes('quiero hablar con una persona')
  const agent = await sessionOf(stand.database, await line.tenant.world.member('AGENT'))
  const id: string = await until(async () => (await ask(stand.url, agent, '{ inbox(view: UNASSIGNED, first: 1) { edges { node { id } } } }')).inbox.edges[0]?.node.id)
  await ask(stand.url, agent, 'mutation($input: ClaimConversationInput!) { claimConversation(input: $input) { __typename } }', { input: { conversationId: id } })
  const writes = async (text: string): Promise<any> => (await ask(stand.url, agent, `mutation($input: SendReplyInput!) { sendReply(input: $input) {
    __typename ... on Message { id } ... on CannotSendNow { decision { block mayUseTemplate } } } }`, { input: { conversationId: id, clientId: crypto.randomUUID(), text } })).sendReply
  return { id, agent, writes }
}

const FEED = 'subscription($after: Cursor) { conversationEvents(after: $after) { kind cursor message { id } } }'

/** Whoever follows a tenant's conversations with a key. */
async function integratorOf({ tenant }: Line): Promise<Caller> {
  const { createApiKey } = await tenant.ask(`mutation { createApiKey(input: { name: "CRM", scopes: [CONVERSATIONS_READ] }) { ... on ApiKeyCreated { secret } } }`)
  return { name: 'API_KEY', path: '/graphql', headers: { authorization: `Bearer ${createApiKey.secret}` }, params: { token: createApiKey.secret } }
}

/** The provider tells what has been so for long, after everything else. */
async function comesLate(line: Line, messageId: string, status: 'sent' | 'delivered'): Promise<void> {
  const { whatsapp, tenant } = line
  const { rows: [{ name }] } = await stand.database.owner.query('select external_id as name from channel_message where tenant_id = $1 and message_id = $2', [tenant.world.tenantId, messageId])
  const metadata = { display_phone_number: whatsapp.phone, phone_number_id: whatsapp.settings['phoneNumberId'] }
  whatsapp.tells('messages', { messaging_product: 'whatsapp', metadata, statuses: [{ id: name, status, timestamp: String(Math.floor(Date.now() / 1000)), recipient_id: '1' }] })
  await whatsapp.settled()
  await quiet(line)
}

describe('statuses', () => {
  test('chatwoot#14529: a status is never set back by one that comes late', async () => {
    const line = await newLine({ shufflesStatuses: true })
    line.whatsapp.webhook.deliveries.options = { copies: 3, isShuffled: true }
    const customer = newCustomer(line.whatsapp)
    const { writes } = await agentOf(line, customer)
    for (let turn = 0; turn < 12; turn++) await writes(`respuesta ${turn}`)
    await until(() => customer.inbox.filter(message => message.text.startsWith('respuesta')).length === 12)
    customer.reads()
    await line.whatsapp.settled()
    await quiet(line)
    line.whatsapp.webhook.deliveries.options = {}
    const ours = (await messagesOf(line)).filter(message => message.text.startsWith('respuesta'))
    expect(ours.map(message => message.status)).toEqual(Array(12).fill('READ'))
    for (const status of ['delivered', 'sent'] as const) await comesLate(line, ours[0]!.id, status)
    expect((await messagesOf(line)).find(message => message.id === ours[0]!.id)!.status).toBe('READ')
  })

  test('chatwoot PR#14149, PR#14544: what failed is not revived by a “sent” that comes late', async () => {
    const line = await newLine()
    const customer = newCustomer(line.whatsapp)
    const { writes } = await agentOf(line, customer)
    customer.isReachable = false
    const { id } = await writes('no llega')
    const status = async () => (await messagesOf(line)).find(message => message.id === id)!.status
    await until(async () => await status() === 'FAILED')
    await comesLate(line, id, 'sent')
    expect(await status()).toBe('FAILED')
  })

  test('chatwoot#13377: what the provider says failed is failed on the desk, with its code, whatever it had accepted', async () => {
    const line = await newLine({ failLater: { code: 131026, share: 1 } })
    const customer = newCustomer(line.whatsapp)
    customer.writes('hola')
    await until(() => isEachOfTheBot(line, message => message.status === 'FAILED'))
    const failed = (await messagesOf(line)).filter(message => message.author === 'BOT')
    expect(failed.map(message => message.failure?.code)).toEqual(failed.map(() => '131026'))
  })

  test.each([false, true])('botpress#15029: a status that comes before the answer to the call that sent the message is not lost (named by its own id alone: %s)', async forgetsReference => {
    const line = await newLine({ statusBeforeAnswer: true, answerAfterMs: 300, forgetsReference })
    newCustomer(line.whatsapp).writes('hola')
    // Nothing more is told after the answer, so what was told before it is all there is to know that it arrived.
    await until(() => isEachOfTheBot(line, message => message.status === 'DELIVERED'))
  })

  test('chatwoot#6162: what a provider does not take is marked as failed, with the reason', async () => {
    const line = await newLine({ refuse: { code: 131026, share: 1 } })
    newCustomer(line.whatsapp).writes('hola')
    await until(() => isEachOfTheBot(line, message => message.status === 'FAILED' && message.failure?.code === '131026'))
  })
})

describe('once', () => {
  test('chatwoot PR#13359: the same updates up to seven times, in other batches and at the same time, make each message once', async () => {
    const line = await newLine({ batch: 7, unicode: 'BOTH' })
    line.whatsapp.webhook.deliveries.options = { copies: 7, isShuffled: true, atOnce: 8 }
    const customers = Array.from({ length: 8 }, () => newCustomer(line.whatsapp))
    for (let turn = 0; turn < 5; turn++) for (const customer of customers) customer.writes(`mensaje ${turn} ñandú`)
    await line.whatsapp.settled()
    await quiet(line)
    line.whatsapp.webhook.deliveries.options = {}
    const theirs = (await messagesOf(line)).filter(message => message.author === 'CONTACT')
    expect(theirs).toHaveLength(40)
    expect(await count('contact', line.tenant.world.tenantId)).toBe(8)
  })

  test('chatwoot PR#14210, #14214, #6128, #6046: pairs of first messages in the same millisecond make one contact and one conversation each', { timeout: figure(90_000, 600_000) }, async () => {
    const line = await newLine({ batch: 1 })
    line.whatsapp.webhook.deliveries.options = { atOnce: 32 }
    const pairs = figure(100, 1000)
    const customers = Array.from({ length: pairs }, () => newCustomer(line.whatsapp))
    for (const customer of customers) { customer.writes('uno'); customer.writes('dos') }
    await line.whatsapp.settled()
    await quiet(line, figure(50_000, 500_000))
    line.whatsapp.webhook.deliveries.options = {}
    const { tenantId } = line.tenant.world
    expect([await count('contact', tenantId), await count('contact_identity', tenantId), await count('conversation', tenantId)]).toEqual([pairs, pairs, pairs])
    expect((await messagesOf(line)).filter(message => message.author === 'CONTACT')).toHaveLength(2 * pairs)
  })

  test('chatwoot#11901: under speed each message is told once to a subscriber, and handed once to the provider', { timeout: 60_000 }, async () => {
    const line = await newLine({ batch: 1 })
    const integrator = await integratorOf(line)
    const after = await new Talk(stand.url).cursor(integrator)
    const feeds = [0, 1].map(() => subscribe(stand.url, integrator, { query: FEED, variables: { after } }))
    line.whatsapp.webhook.deliveries.options = { copies: 2, atOnce: 16, isShuffled: true }
    const customers = Array.from({ length: 12 }, () => newCustomer(line.whatsapp))
    for (let turn = 0; turn < 4; turn++) for (const customer of customers) customer.writes(`mensaje ${turn}`)
    await line.whatsapp.settled()
    await quiet(line, 50_000)
    line.whatsapp.webhook.deliveries.options = {}
    const messages = await messagesOf(line)
    const end = seqOf(await new Talk(stand.url).cursor(integrator))
    for (const feed of feeds) {
      await feed.saw(event => seqOf(event.cursor) === end)
      expect(feed.events.filter(event => event.kind === 'MESSAGE_ADDED').map(event => event.message.id).toSorted()).toEqual(messages.map(message => message.id))
      feed.cut()
    }
    const phones = new Set(customers.map(({ phone }) => phone))
    const handed = line.whatsapp.ledger.accepted.filter(({ to }) => phones.has(to)).map(({ reference }) => messageOfReference(reference!)).toSorted()
    expect(handed.length).toBeGreaterThanOrEqual(48)
    expect(handed).toEqual(messages.filter(message => message.author === 'BOT').map(message => message.id))
  })

  test('chatwoot#14046: nothing gets in without the signature of the account, and nothing is stored of what tries', async () => {
    const line = await newLine()
    const { connect } = await line.tenant.ask('query($id: ID!) { connect: channelAccount(id: $id) { provider { webhookUrl } } }', { id: line.accountId })
    const url: string = connect.provider.webhookUrl
    const { headers, body } = line.whatsapp.webhook.signed(JSON.stringify({ object: 'whatsapp_business_account', entry: [] }))
    const right = headers['x-hub-signature-256']!
    const tries: Record<string, string>[] = [{}, { 'x-hub-signature-256': '' }, { 'x-hub-signature-256': right.slice(0, 40) }, { 'x-hub-signature-256': right.replace(/.$/, right.endsWith('0') ? '1' : '0') }]
    for (const wrong of tries) {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...wrong }, body: new Uint8Array(body) })
      expect(answer.status).toBe(404)
    }
    const altered = await fetch(url, { method: 'POST', headers, body: `${body} ` })
    const elsewhere = await fetch(url.replace(/.{6}$/, 'abcdef'), { method: 'POST', headers, body: new Uint8Array(body) })
    expect([altered.status, elsewhere.status]).toEqual([404, 404])
    const { rows: stored } = await stand.database.owner.query(`select id from channel_delivery where tenant_id = $1 and body::text like '%' || $2 || '%'`,
      [line.tenant.world.tenantId, Buffer.from('"entry":[]').toString('hex')])
    expect(stored).toEqual([])
    const genuine = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) })
    expect(genuine.status).toBe(200)
  })
})

describe('what leaves', () => {
  test('a call that was accepted and not answered is not repeated: the status tells that it arrived', async () => {
    const line = await newLine({ failAfterAccepting: 1 })
    const customer = newCustomer(line.whatsapp)
    customer.writes('hola')
    const ours = await until(async () => {
      const fromBot = (await messagesOf(line)).filter(message => message.author === 'BOT')
      return fromBot.length > 0 && fromBot.every(message => message.status === 'DELIVERED') && fromBot
    })
    await quiet(line)
    const accepted = line.whatsapp.ledger.accepted.filter(({ to }) => to === customer.phone)
    expect(accepted.length).toBeGreaterThanOrEqual(ours.length)
    expect(new Set(accepted.map(({ reference }) => reference)).size).toBe(accepted.length)
    expect(line.whatsapp.untold).toEqual(expect.arrayContaining(accepted.map(({ id }) => id)))
  })

  test('of which nobody tells anything stays unknown for all to see, holds up the next only for a while, and is sent again when an agent says so', { timeout: 30_000 }, async () => {
    const line = await newLine()
    const customer = newCustomer(line.whatsapp)
    const { writes, agent } = await agentOf(line, customer)
    await quiet(line)
    Object.assign(line.whatsapp.faults, { refuse: { code: 131016, share: 1 } })
    const lost = await writes('se perdió')
    await until(async () => (await messagesOf(line)).find(message => message.id === lost.id)?.status === 'UNKNOWN')
    Object.assign(line.whatsapp.faults, { refuse: null })
    await writes('la siguiente')
    await until(() => customer.inbox.some(message => message.text === 'la siguiente'))
    expect(customer.inbox.some(message => message.text === 'se perdió')).toBe(false)
    await ask(stand.url, agent, 'mutation($id: ID!) { retryMessage(messageId: $id) { __typename } }', { id: lost.id })
    await until(() => customer.inbox.some(message => message.text === 'se perdió'))
  })

  test('every person gets what was said to her in the order in which it was said, while the provider refuses for a while', { timeout: 60_000 }, async () => {
    const { roll, seed } = dice()
    const line = await newLine()
    const customers = Array.from({ length: 6 }, () => newCustomer(line.whatsapp))
    const agents = []
    for (const customer of customers) agents.push(await agentOf(line, customer))
    Object.assign(line.whatsapp.faults, { refuse: { code: 130429, share: 0.2 } })
    for (let turn = 0; turn < 8; turn++) await Promise.all(agents.map(({ writes }) => writes(`número ${turn}`)))
    setTimeout(() => Object.assign(line.whatsapp.faults, { refuse: null }), 500 + 1000 * roll())
    const said = Array.from({ length: 8 }, (_, turn) => `número ${turn}`)
    await until(() => customers.every(customer => customer.inbox.filter(message => message.text.startsWith('número')).length >= 8), 40_000)
    for (const customer of customers) expect(customer.inbox.map(message => message.text).filter(text => text.startsWith('número')), `seed ${seed}`).toEqual(said)
  })

  test('a token that was taken back stops the account after a few calls, tells its administrators, and goes on by itself', { timeout: 40_000 }, async () => {
    const line = await newLine()
    const customer = newCustomer(line.whatsapp)
    const { writes } = await agentOf(line, customer)
    await quiet(line)
    line.whatsapp.faults.isRevoked = true
    const before = line.whatsapp.ledger.refused.length
    for (let turn = 0; turn < 10; turn++) await writes(`parada ${turn}`)
    const health = async () => (await line.tenant.ask('query($id: ID!) { channelAccount(id: $id) { provider { health { stoppedAt queued problem { code } alarms { kind } } } } }', { id: line.accountId })).channelAccount.provider.health
    const stopped: any = await until(async () => { const now = await health(); return now.stoppedAt && now })
    expect(stopped.alarms.map((alarm: any) => alarm.kind)).toContain('ACCOUNT_STOPPED')
    expect(line.whatsapp.ledger.refused.length - before).toBeLessThanOrEqual(3)
    line.whatsapp.faults.isRevoked = false
    await stand.database.owner.query(`update provider_channel set probe_at = now() where tenant_id = $1`, [line.tenant.world.tenantId])
    await until(() => customer.inbox.filter(message => message.text.startsWith('parada')).length === 10, 20_000)
    expect((await health()).alarms).toEqual([])
  })

  test('nothing free is sent once the window is closed: the agent is told so before, and what was waiting stays', async () => {
    const line = await newLine()
    const customer = newCustomer(line.whatsapp)
    const { writes } = await agentOf(line, customer)
    await quiet(line)
    Object.assign(line.whatsapp.faults, { refuse: { code: 131056, share: 1 } })
    const waiting = await writes('en un momento')
    await until(() => line.whatsapp.ledger.refused.some(({ code }) => code === '131056'))
    await stand.database.owner.query(`update contact_identity set last_heard_at = now() - interval '25 hours' where tenant_id = $1`, [line.tenant.world.tenantId])
    Object.assign(line.whatsapp.faults, { refuse: null })
    expect(await writes('¿sigue ahí?')).toEqual({ __typename: 'CannotSendNow', decision: { block: 'WINDOW_CLOSED', mayUseTemplate: true } })
    await quiet(line)
    expect((await messagesOf(line)).find(({ id }) => id === waiting.id)).toMatchObject({ status: 'FAILED', failure: { code: 'WINDOW_CLOSED' } })
    expect(customer.inbox.map(({ text }) => text)).not.toContain('en un momento')
  })

  test('the bot does not answer by the channel what comes when its window is over', async () => {
    const line = await newLine()
    const customer = newCustomer(line.whatsapp)
    customer.sendsRaw({ type: 'text', text: { body: 'hola' }, timestamp: String(Math.floor(Date.now() / 1000) - 25 * 3600) })
    const ours = await until(async () => {
      const fromBot = (await messagesOf(line)).filter(message => message.author === 'BOT')
      return fromBot.length > 0 && fromBot.every(message => message.status !== 'QUEUED') && fromBot
    })
    expect(ours.map(({ status, failure }) => [status, failure?.code])).toEqual(ours.map(() => ['FAILED', 'WINDOW_CLOSED']))
    expect(customer.inbox).toEqual([])
  })
})

describe('what cannot be read', () => {
  test('one bad update in a batch is set aside with its reason, the others go on, and it can be replayed', async () => {
    const line = await newLine({ batch: 100 })
    const customer = newCustomer(line.whatsapp)
    await stand.database.owner.query(`
      create function refuse_words() returns trigger language plpgsql as $$ begin raise exception 'these words are refused'; end $$;
      create trigger refuse_words before insert on message for each row when (new.text = 'lo malo') execute function refuse_words()`)
    for (let turn = 0; turn < 20; turn++) customer.writes(`bien ${turn}`)
    customer.sendsRaw({ type: 'text', text: { body: 'sin fecha' }, timestamp: 'ayer' })
    customer.writes('lo malo')
    customer.writes('y sigue')
    await line.whatsapp.settled()
    await quiet(line)
    const heard = async () => (await messagesOf(line)).filter(message => message.author === 'CONTACT').map(message => message.text)
    expect((await heard()).toSorted()).toEqual([...Array.from({ length: 20 }, (_, turn) => `bien ${turn}`), 'y sigue'].toSorted())

    const waiting = async (): Promise<{ id: string; reason: string }[]> => (await line.tenant.ask('query($id: ID!) { quarantinedUpdates(channelAccountId: $id) { edges { node { id reason } } } }', { id: line.accountId }))
      .quarantinedUpdates.edges.map((edge: any) => edge.node)
    const aside = await waiting()
    expect(aside.map(one => one.reason).toSorted()).toEqual(['It has no time.', 'these words are refused'])
    await stand.database.owner.query('drop trigger refuse_words on message')
    for (const { id } of aside) await line.tenant.ask('mutation($id: ID!) { replayQuarantinedUpdate(id: $id) { id } }', { id })
    expect(await heard()).toContain('lo malo')
    expect((await waiting()).map(one => one.reason)).toEqual(['It has no time.'])
  })
})
