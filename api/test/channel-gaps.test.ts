import { expect, test } from 'vitest'
import { systemActor } from '../src/platform/actor.ts'
import { ask } from './client.ts'
import { useChannelStand, until, type ChannelTenant } from './channel-stand.ts'
import { startMessengerDouble } from './providers/messenger.ts'
import { SmsDouble } from './providers/sms.ts'
import { sessionOf } from './sessions.ts'

/** What a provider told while nobody listened (`reliability.md`, R13). */
const stand = useChannelStand(async () => ({
  messenger: await startMessengerDouble({ faults: { conversationsPerSecond: 200 }, deliveries: { tries: 1 } }), sms: await SmsDouble.start(),
}))

async function said({ world }: ChannelTenant): Promise<string[]> {
  const { rows } = await stand.database.owner.query(`select text from message where tenant_id = $1 and author = 'CONTACT' order by id`, [world.tenantId])
  return rows.map(row => row.text)
}

/** A round comes by. */
const round = (name: string, ref: object) => stand.app.kernel.units.platform({ actor: systemActor() }, async unit => unit.enqueue(name, ref))

/** The account has a gap since an hour, as if nobody had fetched anything. */
const openGap = (channelAccountId: string) => stand.database.owner.query(
  `update provider_channel set gap_since = now() - interval '1 hour', gaps = gaps + 1 where channel_account_id = $1`, [channelAccountId])

const closed = (channelAccountId: string) => until(async () =>
  (await stand.database.owner.query('select from provider_channel where channel_account_id = $1 and gap_since is null', [channelAccountId])).rowCount === 1)

/** Everything that came is processed. */
const quiet = ({ world }: ChannelTenant) => until(async () =>
  (await stand.database.owner.query('select from channel_delivery where tenant_id = $1 and processed_at is null', [world.tenantId])).rowCount === 0)

const ALARMS = 'query($id: ID!) { channelAccount(id: $id) { provider { health { alarms { kind problem { code } } } } } }'
const alarmsOf = async (tenant: ChannelTenant, id: string): Promise<string[]> =>
  (await tenant.ask(ALARMS, { id })).channelAccount.provider.health.alarms.map((alarm: { kind: string }) => alarm.kind)

test('Messenger stopped telling us anything for a while: it is asked to begin again, and what was written meanwhile is there once, in order', async () => {
  const { messenger } = stand.doubles
  const tenant = await stand.tenant()
  const accountId = await tenant.connect(messenger)
  const [ana, luis] = [messenger.customer('ana'), messenger.customer('luis')]
  ana.writes('antes')
  await until(async () => (await said(tenant)).length === 1)
  messenger.setSubscription(null)
  for (const text of ['uno', 'tres', 'cinco']) ana.writes(text)
  luis.writes('dos')
  await round('channels.watch-one', { tenantId: tenant.world.tenantId, channelAccountId: accountId })
  await until(async () => (await said(tenant)).length === 5)
  expect(messenger.subscribedFields).toContain('messages')
  expect((await said(tenant)).filter(text => text !== 'dos')).toEqual(['antes', 'uno', 'tres', 'cinco'])
  expect(await alarmsOf(tenant, accountId)).toEqual([])
  ana.writes('después')
  await until(async () => (await said(tenant)).includes('después'))
  await closed(accountId)
  await openGap(accountId)
  await closed(accountId)
  await quiet(tenant)
  expect((await said(tenant)).toSorted()).toEqual(['antes', 'cinco', 'después', 'dos', 'tres', 'uno'])
})

test('an answer of which Messenger said nothing, and of which the gap tells that it arrived, stands in the thread once, as sent', { timeout: 30_000 }, async () => {
  const { messenger } = stand.doubles
  const tenant = await stand.tenant()
  const { tenantId } = tenant.world
  const accountId = await tenant.connect(messenger)
  messenger.customer('eva').writes('quiero hablar con una persona')
  const agent = await sessionOf(stand.database, await tenant.world.member('AGENT'))
  const conversationId: string = await until(async () => (await ask(stand.url, agent, '{ inbox(view: UNASSIGNED, first: 1) { edges { node { id } } } }')).inbox.edges[0]?.node.id)
  await ask(stand.url, agent, 'mutation($input: ClaimConversationInput!) { claimConversation(input: $input) { __typename } }', { input: { conversationId } })
  await until(async () => (await stand.database.owner.query(`select from outbound_message where tenant_id = $1 and state in ('QUEUED', 'SENDING')`, [tenantId])).rowCount === 0)
  messenger.setSubscription(null)
  messenger.faults.silentAfterAccepting = 1
  await ask(stand.url, agent, 'mutation($input: SendReplyInput!) { sendReply(input: $input) { __typename } }', { input: { conversationId, clientId: crypto.randomUUID(), text: 'Ya salió.' } })
  const answers = async () => (await stand.database.owner.query(`select status from message where tenant_id = $1 and text = 'Ya salió.'`, [tenantId])).rows.map(row => row.status)
  await until(async () => (await answers()).includes('UNKNOWN'))
  messenger.faults.silentAfterAccepting = 0
  await round('channels.watch-one', { tenantId, channelAccountId: accountId })
  await until(async () => !(await answers()).includes('UNKNOWN'))
  await closed(accountId)
  await quiet(tenant)
  expect(await answers()).toEqual(['SENT'])
})

test('no process listened for an hour: what Twilio told to nobody is fetched from its list, once', async () => {
  const { sms } = stand.doubles
  const tenant = await stand.tenant()
  const accountId = await tenant.connect(sms)
  const ana = sms.customer()
  const { webhookUrl } = sms
  sms.webhookUrl = ''
  for (const text of ['uno', 'dos', 'tres']) ana.writes(text)
  sms.webhookUrl = webhookUrl
  await stand.database.owner.query(`update channel_listening set heard_at = now() - interval '1 hour'`)
  await until(async () => (await said(tenant)).length === 3)
  expect(await said(tenant)).toEqual(['uno', 'dos', 'tres'])
  await closed(accountId)
  await openGap(accountId)
  await closed(accountId)
  await quiet(tenant)
  expect(await said(tenant)).toEqual(['uno', 'dos', 'tres'])
})

test('what was missed from the pause of a channel on is fetched when it goes on, and not before', async () => {
  const { sms } = stand.doubles
  const tenant = await stand.tenant()
  const accountId = await tenant.connect(sms)
  await tenant.ask('mutation($id: ID!) { pauseChannel(channelAccountId: $id) { id } }', { id: accountId })
  const { webhookUrl } = sms
  sms.webhookUrl = ''
  sms.customer('+18095559876').writes('¿siguen ahí?')
  sms.webhookUrl = webhookUrl
  expect(await said(tenant)).toEqual([])
  await tenant.ask('mutation($id: ID!) { startChannel(channelAccountId: $id) { __typename } }', { id: accountId })
  await until(async () => (await said(tenant)).includes('¿siguen ahí?'))
  await closed(accountId)
})
