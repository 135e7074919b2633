import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { systemActor } from '../src/platform/actor.ts'
import { ask } from './client.ts'
import { useChannelStand, until, type ChannelTenant } from './channel-stand.ts'
import { openEmailDouble } from './providers/email.ts'
import { TelegramDouble } from './providers/telegram.ts'
import { startWhatsappDouble } from './providers/whatsapp.ts'
import { sessionOf } from './sessions.ts'

/** What is looked after without anybody asking, and what of a channel is nobody's fault. */
const stand = useChannelStand(async () => ({ whatsapp: await startWhatsappDouble(), telegram: await TelegramDouble.start(), email: await openEmailDouble() }),
  { OUTSIDE_ALLOW: '127.0.0.1', BACKLOG_DELIVERIES: '3', BACKLOG_MINUTES: '10' })

const round = (name: string, payload: object = {}) => stand.app.kernel.units.platform({ actor: systemActor() }, async unit => unit.enqueue(name, payload))

interface Health { problem: { code: string } | null; quarantined: number; alarms: { kind: string; problem: { message: string } }[] }
const HEALTH = 'query($id: ID!) { channelAccount(id: $id) { provider { health { problem { code } quarantined alarms { kind problem { message } } } } } }'
const healthOf = async (tenant: ChannelTenant, id: string): Promise<Health> => (await tenant.ask(HEALTH, { id })).channelAccount.provider.health
const alarmsOf = async (tenant: ChannelTenant, id: string): Promise<string[]> => (await healthOf(tenant, id)).alarms.map(alarm => alarm.kind)

const processed = (accountId: string) => until(async () =>
  (await stand.database.owner.query('select from channel_delivery where channel_account_id = $1 and processed_at is null', [accountId])).rowCount === 0)

/** What contacts wrote on an account. */
async function saidOn(channelAccountId: string): Promise<string[]> {
  const { rows } = await stand.database.owner.query(`select m.text from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
    join contact_identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id where i.channel_account_id = $1 and m.author = 'CONTACT' order by m.id`, [channelAccountId])
  return rows.map(row => row.text)
}

/** Mails to administrators that lead to the account. */
async function mailsAbout(accountId: string): Promise<string[]> {
  const folder = path.join(stand.app.kernel.config.DATA_DIR, 'mail')
  const names = await readdir(folder).catch(() => [])
  const mails = await Promise.all(names.map(name => readFile(path.join(folder, name), 'utf8')))
  // Long lines are broken in the middle of a word.
  return mails.map(mail => mail.replaceAll(/=\r?\n/g, '')).filter(mail => mail.includes(accountId))
}

test('received and not processed is an alarm from as many, or as old, as the platform’s settings say, mailed once, and over when it was caught up', { timeout: 90_000 }, async () => {
  const tenant = await stand.tenant()
  const { tenantId } = tenant.world
  const accountId = await tenant.connect(stand.doubles.whatsapp)
  const { owner } = stand.database
  // Somebody else holds the account, and does nothing; whoever held it before works on until it would have to hold it anew.
  // In one statement each, so that nobody holds it between a look and a hold.
  const { rowCount: wasFree } = await owner.query(`insert into channel_lease (tenant_id, channel_account_id, holder, until)
    values ($1, $2, gen_random_uuid(), now() + interval '1 hour') on conflict do nothing`, [tenantId, accountId])
  if (!wasFree) {
    const { rows: [held] } = await owner.query(`update channel_lease l set holder = gen_random_uuid(), until = now() + interval '1 hour'
      from (select until from channel_lease where tenant_id = $1 and channel_account_id = $2 for update) before
      where l.tenant_id = $1 and l.channel_account_id = $2 returning before.until`, [tenantId, accountId])
    await until(async () => held.until < new Date(), 60_000)
  }
  const store = (minutes: number) => owner.query(`insert into channel_delivery (tenant_id, id, channel_account_id, received_at, headers, body)
    values ($1, gen_random_uuid(), $2, now() - $3 * interval '1 minute', '{}', '{"entry":[]}')`, [tenantId, accountId, minutes])
  await store(5)
  await store(5)
  await round('channels.backlog')
  await store(11)
  await until(async () => { await round('channels.backlog'); return (await alarmsOf(tenant, accountId)).includes('BACKLOG') })
  await round('channels.backlog')
  expect((await healthOf(tenant, accountId)).alarms[0]!.problem.message).toMatch(/^3 received, the oldest 1[1-9] min ago\.$/)
  expect(await until(async () => { const mails = await mailsAbout(accountId); return mails.length > 0 && mails })).toHaveLength(1)
  await owner.query('delete from channel_lease where channel_account_id = $1', [accountId])
  await until(async () => { await round('channels.backlog'); return (await alarmsOf(tenant, accountId)).length === 0 })
})

test('templates are fetched by themselves from every live line that has them', async () => {
  const { whatsapp } = stand.doubles
  const tenant = await stand.tenant()
  const accountId = await tenant.connect(whatsapp)
  const names = async () => (await tenant.ask('query($id: ID!) { channelAccount(id: $id) { templates { name } } }', { id: accountId })).channelAccount.templates.map(({ name }: any) => name)
  expect(await names()).toEqual([])
  const { owner } = stand.database
  await round('channels.sync-templates')
  // Each has its time in the hour; this one's is now.
  await until(async () => (await owner.query(`select from graphile_worker.jobs where key = $1`, [`channels.sync-templates ${accountId}`])).rowCount === 1)
  await round('channels.sync-templates-one', { tenantId: tenant.world.tenantId, channelAccountId: accountId })
  await until(async () => (await names()).includes('recordatorio_cita'))
  await round('channels.sync-templates-one', { tenantId: tenant.world.tenantId, channelAccountId: accountId })
  expect((await names()).length).toBe(new Set(await names()).size)
})

test('a template whose header has a gap is handed to Meta with an example for it, without which it is refused before', async () => {
  const { whatsapp } = stand.doubles
  const tenant = await stand.tenant()
  const channelAccountId = await tenant.connect(whatsapp)
  const create = async (more: object) => (await tenant.ask(`mutation($input: CreateMessageTemplateInput!) { createMessageTemplate(input: $input) {
    __typename ... on MessageTemplate { gaps { name example } } ... on InvalidInput { field } } }`,
  { input: { channelAccountId, name: 'aviso_de_pago', language: 'es', category: 'UTILITY', header: 'Pago de {{1}}', body: 'Vence el {{1}}.', examples: ['lunes'], ...more } })).createMessageTemplate
  expect(await create({})).toEqual({ __typename: 'InvalidInput', field: 'headerExample' })
  expect(await create({ header: '{{1}} y {{2}}', headerExample: 'enero' })).toEqual({ __typename: 'InvalidInput', field: 'header' })
  expect(await create({ headerExample: 'enero' })).toEqual({ __typename: 'MessageTemplate', gaps: [{ name: 'header', example: 'enero' }, { name: 'body.1', example: 'lunes' }] })
  expect(whatsapp.templates.all.at(-1)!.components[0]).toMatchObject({ type: 'HEADER', example: { header_text: ['enero'] } })
})

test('a warning about a number’s quality is over when Meta says that it is good again, and not when it says something else', async () => {
  const { whatsapp } = stand.doubles
  const tenant = await stand.tenant()
  const accountId = await tenant.connect(whatsapp)
  const tell = async (event: string) => {
    whatsapp.tells('phone_number_quality_update', { display_phone_number: whatsapp.phone, event })
    await whatsapp.settled()
    await processed(accountId)
  }
  await tell('FLAGGED')
  expect(await alarmsOf(tenant, accountId)).toEqual(['QUALITY'])
  await tell('THROUGHPUT_UPGRADE')
  await tell('UPGRADE')
  expect(await alarmsOf(tenant, accountId)).toEqual(['QUALITY'])
  await tell('UNFLAGGED')
  expect(await alarmsOf(tenant, accountId)).toEqual([])
})

test('one webhook for two numbers of a tenant: each gets its own, whoever was told, and another tenant’s number gets nothing', async () => {
  const { whatsapp } = stand.doubles
  const [tenant, stranger] = [await stand.tenant(), await stand.tenant()]
  const told = await tenant.connect(whatsapp)
  const second = async (of: ChannelTenant, phoneNumberId: string) => {
    const id = await of.connect(whatsapp, { ...whatsapp.settings, wabaId: whatsapp.settings['wabaId']! })
    await stand.database.owner.query(`update provider_channel set account_key = $2, settings = settings || jsonb_build_object('phoneNumberId', $2::text) where channel_account_id = $1`, [id, phoneNumberId])
    return id
  }
  await stand.database.owner.query(`update provider_channel set account_key = 'elsewhere' where channel_account_id = $1`, [told])
  const [other, theirs] = [await second(tenant, '200000000000002'), await second(stranger, '300000000000003')]
  await stand.database.owner.query(`update provider_channel set account_key = $2 where channel_account_id = $1`, [told, whatsapp.settings['phoneNumberId']])
  const change = (phoneNumberId: string, text: string) => ({ field: 'messages', value: {
    messaging_product: 'whatsapp', metadata: { display_phone_number: '18095550001', phone_number_id: phoneNumberId }, contacts: [{ profile: { name: 'Ana' }, wa_id: '18295550777' }],
    messages: [{ from: '18295550777', id: `wamid.${text}`, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: text } }],
  } })
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: whatsapp.settings['wabaId'], changes: [
    change(whatsapp.settings['phoneNumberId']!, 'al primero'), change('200000000000002', 'al segundo'), change('300000000000003', 'a un extraño'),
  ] }] })
  const { channelAccount } = await tenant.ask('query($id: ID!) { channelAccount(id: $id) { provider { webhookUrl } } }', { id: told })
  const post = () => { const { headers, body: bytes } = whatsapp.webhook.signed(body); return fetch(channelAccount.provider.webhookUrl, { method: 'POST', headers, body: new Uint8Array(bytes) }) }
  expect([(await post()).status, (await post()).status]).toEqual([200, 200])
  await processed(told)
  expect((await healthOf(tenant, told)).quarantined).toBe(2)
  expect([await saidOn(told), await saidOn(other), await saidOn(theirs)]).toEqual([['al primero'], ['al segundo'], []])
})

test('a group that the bot was added to fills no quarantine; of a message that nobody confirms, the agent is asked', { timeout: 30_000 }, async () => {
  const { telegram } = stand.doubles
  const tenant = await stand.tenant()
  const accountId = await tenant.connect(telegram)
  for (let turn = 0; turn < 3; turn++) telegram.happens('message', { message_id: turn + 1, date: 1_780_000_000, chat: { id: -100, type: 'supergroup', title: 'g' }, from: { id: 1 }, text: 'Hola' })
  const ana = telegram.customer()
  ana.writes('quiero hablar con una persona')
  const agent = await sessionOf(stand.database, await tenant.world.member('AGENT'))
  const conversationId: string = await until(async () => (await ask(stand.url, agent, '{ inbox(view: UNASSIGNED, first: 1) { edges { node { id } } } }')).inbox.edges[0]?.node.id)
  await ask(stand.url, agent, 'mutation($input: ClaimConversationInput!) { claimConversation(input: $input) { __typename } }', { input: { conversationId } })
  expect(await healthOf(tenant, accountId)).toMatchObject({ quarantined: 0, alarms: [] })
  await until(async () => (await stand.database.owner.query(`select from outbound_message where channel_account_id = $1 and state in ('QUEUED', 'SENDING')`, [accountId])).rowCount === 0)
  telegram.faults.silentAfterAccepting = 1
  const { sendReply: lost } = await ask(stand.url, agent, 'mutation($input: SendReplyInput!) { sendReply(input: $input) { ... on Message { id } } }', { input: { conversationId, clientId: crypto.randomUUID(), text: '¿Me lee?' } })
  const outbound = async () => (await stand.database.owner.query('select o.state, m.status from outbound_message o join message m on m.id = o.message_id where o.message_id = $1', [lost.id])).rows[0]
  // No provider will ever tell: it holds up nobody, and stays open for the agent to decide.
  await until(async () => (await outbound()).state === 'DONE')
  expect((await outbound()).status).toBe('UNKNOWN')
  const { retryMessage } = await ask(stand.url, agent, 'mutation($id: ID!) { retryMessage(messageId: $id) { __typename } }', { id: lost.id })
  expect(retryMessage.__typename).toBe('Message')
  await until(() => ana.inbox.filter(message => message.text === '¿Me lee?').length === 2)
})

test('a new password of a mailbox counts at once: no restart, no waiting for a connection to end', { timeout: 30_000 }, async () => {
  const { email } = stand.doubles
  const tenant = await stand.tenant()
  const accountId = await tenant.connect(email)
  const change = async (imapPassword: string) => {
    const { channelAccount } = await tenant.ask('query($id: ID!) { channelAccount(id: $id) { name provider { version texts { language greeting outOfHours } } } }', { id: accountId })
    const { changeChannel } = await tenant.ask('mutation($input: ChangeChannelInput!) { changeChannel(input: $input) { __typename } }',
      { input: { channelAccountId: accountId, name: channelAccount.name, ...channelAccount.provider, settings: [{ name: 'imapPassword', value: imapPassword }] } })
    expect(changeChannel.__typename).toBe('ChannelAccount')
  }
  const problem = async () => (await healthOf(tenant, accountId)).problem?.code ?? null
  await change('otra')
  await until(async () => (await problem())?.startsWith('IMAP_'))
  await change(email.settings['imapPassword']!)
  await until(async () => await problem() === null)
})
