import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { until, useChannelStand, type ChannelTenant } from './channel-stand.ts'
import { noFaults } from './providers/whatsapp/faults.ts'
import { startWhatsappDouble } from './providers/whatsapp.ts'

const stand = useChannelStand(async () => ({ whatsapp: await startWhatsappDouble({ deliveries: { retryMs: 20, longestMs: 200 } }) }))

const THREADS = `{ inbox(view: ALL, first: 10) { edges { node { id contact { name } channelAccount { kind }
  messages(first: 10) { edges { node { author text status failure { code } attachments { state mediaType } } } } } } } }`

const threadOf = async (tenant: ChannelTenant) => (await tenant.ask(THREADS)).inbox.edges[0]?.node
const messagesOf = async (tenant: ChannelTenant): Promise<any[]> => (await threadOf(tenant))?.messages.edges.map((edge: any) => edge.node) ?? []

beforeEach(() => void Object.assign(stand.doubles.whatsapp.faults, noFaults()))

test('a customer writes on WhatsApp, the bot greets her there, and what she reads is read here', async () => {
  const tenant = await stand.tenant()
  await tenant.connect(stand.doubles.whatsapp)
  const ana = stand.doubles.whatsapp.customer()
  ana.writes('hola')
  await until(() => ana.inbox.length >= 2)
  expect(ana.inbox.some(({ buttons }) => buttons.length > 0)).toBe(true)
  expect((await threadOf(tenant)).contact.name).toBe('Ana María Peña')
  await until(async () => (await messagesOf(tenant)).filter(({ author }) => author === 'BOT').every(({ status }) => status === 'DELIVERED'))
  ana.reads()
  await until(async () => (await messagesOf(tenant)).filter(({ author }) => author === 'BOT').every(({ status }) => status === 'READ'))
})

test('who is named by number and business-scoped id first, and by the id alone later, goes on in her thread', async () => {
  const tenant = await stand.tenant()
  await tenant.connect(stand.doubles.whatsapp)
  const ana = stand.doubles.whatsapp.customer('18295557001')
  for (const names of ['BOTH', 'BSUID'] as const) {
    ana.names = names
    ana.writes(`escribo por ${names}`)
    await until(async () => (await messagesOf(tenant)).some(({ text }) => text === `escribo por ${names}`))
  }
  expect((await tenant.ask(THREADS)).inbox.edges).toHaveLength(1)
})

test('every status that is faster than the answer of its own call is matched (botpress 15029)', async () => {
  const tenant = await stand.tenant()
  await tenant.connect(stand.doubles.whatsapp)
  Object.assign(stand.doubles.whatsapp.faults, { statusBeforeAnswer: true, answerAfterMs: 150 })
  const ana = stand.doubles.whatsapp.customer('18295557002')
  ana.writes('hola')
  await until(() => ana.inbox.length >= 2)
  await until(async () => (await messagesOf(tenant)).filter(({ author }) => author === 'BOT').every(({ status }) => status === 'DELIVERED'))
})

test('what was sent and answered with an error is settled by its status, and nobody gets it twice', async () => {
  const tenant = await stand.tenant()
  await tenant.connect(stand.doubles.whatsapp)
  Object.assign(stand.doubles.whatsapp.faults, { failAfterAccepting: 0.5, silentAfterAccepting: 0.3 })
  const people = Array.from({ length: 10 }, (_, index) => stand.doubles.whatsapp.customer(`1829555800${index}`))
  for (const person of people) person.writes('hola')
  await until(() => people.every(({ inbox }) => inbox.length >= 2))
  await until(async () => (await tenant.ask(THREADS)).inbox.edges.every((edge: any) => edge.node.messages.edges.every(({ node }: any) => node.author !== 'BOT' || node.status === 'DELIVERED')))
  for (const person of people) expect(new Set(person.inbox.map(({ text }) => text)).size).toBe(person.inbox.length)
})

test('a picture that she sends is fetched with the token and shown', async () => {
  const tenant = await stand.tenant()
  await tenant.connect(stand.doubles.whatsapp)
  const ana = stand.doubles.whatsapp.customer('18295557003')
  const content = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#336699' } }).jpeg().toBuffer()
  ana.sends({ name: 'a.jpg', mediaType: 'image/jpeg', content, caption: 'Mire' })
  await until(async () => (await messagesOf(tenant)).some(({ attachments }) => attachments?.[0]?.state === 'READY'))
})
