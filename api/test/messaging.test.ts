import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { until, useChannelStand, type ChannelTenant } from './channel-stand.ts'
import { ask, type Caller } from './client.ts'
import { startInstagramDouble } from './providers/instagram.ts'
import { startMessengerDouble } from './providers/messenger.ts'
import { sessionOf } from './sessions.ts'

const stand = useChannelStand(async () => ({ messenger: await startMessengerDouble(), instagram: await startInstagramDouble() }))

const THREADS = `{ inbox(view: ALL, first: 10) { edges { node { id contact { name } channelAccount { kind } owner
  messages(first: 30) { edges { node { author text status deletedAt editedAt notice chosenOptionId attachments { state mediaType } } } } } } } }`

const threadOf = async (tenant: ChannelTenant) => (await tenant.ask(THREADS)).inbox.edges[0]?.node
const messagesOf = async (tenant: ChannelTenant): Promise<any[]> => (await threadOf(tenant))?.messages.edges.map((edge: any) => edge.node) ?? []

async function claimed(tenant: ChannelTenant): Promise<{ agent: Caller; conversationId: string }> {
  const conversationId = await until(async () => {
    const thread = await threadOf(tenant)
    return thread?.owner === 'QUEUE' && thread.id
  })
  const agent = await sessionOf(stand.database, await tenant.world.member('AGENT'))
  await ask(stand.url, agent, 'mutation($input: ClaimConversationInput!) { claimConversation(input: $input) { __typename } }', { input: { conversationId } })
  return { agent, conversationId }
}

let people = 0

describe.each(['messenger', 'instagram'] as const)('on %s', channel => {
  const double = () => stand.doubles[channel]
  async function begun() {
    const tenant = await stand.tenant()
    const accountId = await tenant.connect(double())
    return { tenant, accountId, ana: double().customer(`persona-${people++}`) }
  }

  test('a customer of whom only an id comes along is greeted, told that she was read, and shown by her name', async () => {
    const { tenant, ana } = await begun()
    ana.writes('hola')
    await until(() => ana.inbox.length >= 2)
    await until(async () => (await threadOf(tenant)).contact.name === 'Ana María Peña')
    await until(() => double().signals.some(({ to, action }) => to === ana.id && action === 'mark_seen'))
  })

  test('a picture and a place that she sends arrive', async () => {
    const { tenant, ana } = await begun()
    const content = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#336699' } }).jpeg().toBuffer()
    ana.sends({ name: 'a.jpg', mediaType: 'image/jpeg', content, caption: '' })
    await until(async () => (await messagesOf(tenant)).some(({ attachments }) => attachments[0]?.state === 'READY'))
  })

  test('an option that she taps is the one that was offered; an agent who reads, types and answers is seen to', async () => {
    const { tenant, ana } = await begun()
    ana.writes('hola')
    const person = await until(() => ana.inbox.flatMap(({ options }) => options).find(({ title }) => /hablar/i.test(title)))
    ana.taps(person.title)
    const { agent, conversationId } = await claimed(tenant)
    expect((await messagesOf(tenant)).some(({ author, chosenOptionId }) => author === 'CONTACT' && chosenOptionId)).toBe(true)
    double().signals.length = 0
    await ask(stand.url, agent, 'mutation($id: ID!) { markConversationRead(conversationId: $id, position: 1000) { id } }', { id: conversationId })
    await ask(stand.url, agent, 'mutation($id: ID!) { showAgentTyping(conversationId: $id) }', { id: conversationId })
    await ask(stand.url, agent, 'mutation($id: ID!) { showAgentTyping(conversationId: $id) }', { id: conversationId })
    await until(() => double().signals.length === 2)
    expect(double().signals.map(({ action }) => action).toSorted()).toEqual(['mark_seen', 'typing_on'])
    await ask(stand.url, agent, 'mutation($input: SendReplyInput!) { sendReply(input: $input) { __typename } }',
      { input: { conversationId, clientId: crypto.randomUUID(), text: 'Le atiendo enseguida' } })
    await until(() => ana.inbox.some(({ text }) => text === 'Le atiendo enseguida'))
    ana.reads()
    await until(async () => (await messagesOf(tenant)).some(({ text, status }) => text === 'Le atiendo enseguida' && status === 'READ'))
  })

  test('what somebody writes in Meta’s own inbox stands in the thread once, and our own words come back as no second message', async () => {
    const { tenant, ana } = await begun()
    ana.writes('hola')
    await until(() => ana.inbox.length >= 2)
    double().writesByHand(ana, 'Le escribo desde el otro buzón')
    await until(async () => (await messagesOf(tenant)).some(({ author, text }) => author === 'AGENT' && text === 'Le escribo desde el otro buzón'))
    const texts = (await messagesOf(tenant)).filter(({ author }) => author !== 'CONTACT').map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('what she takes back or writes anew is so here', async () => {
    const { tenant, ana } = await begun()
    const mid = ana.writes('me equivoqué')
    await until(async () => (await messagesOf(tenant)).some(({ text }) => text === 'me equivoqué'))
    if (double().dialect.fields['message_edit']) {
      ana.edits(mid, 'me corregí')
      await until(async () => (await messagesOf(tenant)).some(({ text, editedAt }) => text === 'me corregí' && editedAt))
    }
    if (channel === 'instagram') {
      ana.unsends(mid)
      await until(async () => (await messagesOf(tenant)).some(({ author, text, deletedAt }) => author === 'CONTACT' && deletedAt && !text))
    }
  })

  test('an agent may answer for seven days, marked as a person’s, and no longer', async () => {
    const { tenant, ana } = await begun()
    ana.writes('quiero hablar con una persona')
    const { agent, conversationId } = await claimed(tenant)
    await until(() => ana.inbox.length >= 2)
    const reply = async (text: string) => (await ask(stand.url, agent, 'mutation($input: SendReplyInput!) { sendReply(input: $input) { __typename } }',
      { input: { conversationId, clientId: crypto.randomUUID(), text } })).sendReply.__typename
    const wrote = async (hoursAgo: number) => {
      ana.lastWroteAt = Date.now() - hoursAgo * 3_600_000
      await stand.database.owner.query(`update contact_identity set last_heard_at = now() - $2 * interval '1 hour' where tenant_id = $1`, [tenant.world.tenantId, hoursAgo])
    }
    await wrote(30)
    expect(await reply('Perdone la demora')).toBe('Message')
    const late = await until(() => ana.inbox.find(({ text }) => text === 'Perdone la demora'))
    expect(late.raw).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' })
    await wrote(169)
    expect(await reply('Ya es tarde')).toBe('CannotSendNow')
  })

  if (channel === 'instagram') test('an answer to a story and a mention in one arrive with the picture, which is gone there after a day', async () => {
    const { tenant, ana } = await begun()
    const content = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#993366' } }).jpeg().toBuffer()
    const url = double().files.add({ name: 'story.jpg', mediaType: 'image/jpeg', content })
    ana.writes('¿Lo tienen en azul?', { reply_to: { story: { id: '17', url } } })
    ana.shares('story_mention', { url })
    await until(async () => (await messagesOf(tenant)).filter(({ author, attachments }) => author === 'CONTACT' && attachments[0]?.state === 'READY').length === 2)
  })

  test('while the channel is paused the bot says nothing, and what she writes waits for a person', async () => {
    const { tenant, accountId, ana } = await begun()
    await tenant.ask('mutation($id: ID!) { pauseChannel(channelAccountId: $id) { state } }', { id: accountId })
    ana.writes('hola')
    const thread = await until(async () => {
      const now = await threadOf(tenant)
      return now?.owner === 'QUEUE' && now
    })
    expect(thread.messages.edges.map(({ node }: any) => node.author)).not.toContain('BOT')
    expect(ana.inbox).toEqual([])
  })
})
