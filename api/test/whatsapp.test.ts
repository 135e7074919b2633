import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { until, useChannelStand, type ChannelTenant } from './channel-stand.ts'
import { ask, type Caller } from './client.ts'
import { noFaults } from './providers/whatsapp/faults.ts'
import { startWhatsappDouble } from './providers/whatsapp.ts'
import { sessionOf } from './sessions.ts'

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

async function uploaded(caller: Caller, content: Buffer | string, type: string): Promise<string> {
  const body = new FormData()
  body.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type }), 'oferta')
  return (await (await fetch(`${stand.url}/files`, { method: 'POST', body, headers: caller.headers })).json() as { id: string }).id
}

test('a template with a picture above goes out with the one that was uploaded, as a try and to a customer, and with nothing else', async () => {
  const { whatsapp } = stand.doubles
  whatsapp.templates.add({ name: 'oferta', language: 'es', category: 'MARKETING', components: [{ type: 'HEADER', format: 'IMAGE' }, { type: 'BODY', text: 'Oferta' }] })
  const tenant = await stand.tenant()
  const id = await tenant.connect(whatsapp)
  const { syncMessageTemplates: { templates } } = await tenant.ask('mutation($id: ID!) { syncMessageTemplates(channelAccountId: $id) { ... on ChannelAccount { templates { id name } } } }', { id })
  const templateId = templates.find(({ name }: any) => name === 'oferta').id
  const agent = await sessionOf(stand.database, await tenant.world.member('AGENT'))
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#336699' } }).png().toBuffer()
  const [ana, own] = [whatsapp.customer('18295557014'), whatsapp.customer('18295557015')]
  ana.writes('quiero hablar con una persona')
  const conversationId = await until(async () => (await threadOf(tenant))?.id)
  await ask(stand.url, agent, 'mutation($input: ClaimConversationInput!) { claimConversation(input: $input) { __typename } }', { input: { conversationId } })
  const send = async (value: string) => (await ask(stand.url, agent, 'mutation($input: SendTemplateInput!) { sendTemplate(input: $input) { __typename ... on InvalidInput { field } } }',
    { input: { conversationId, clientId: crypto.randomUUID(), templateId, values: [{ name: 'header', value }] } })).sendTemplate
  const test = async (value: string) => (await tenant.ask('mutation($input: TestMessageTemplateInput!) { testMessageTemplate(input: $input) { __typename ... on InvalidInput { field } } }',
    { input: { templateId, phone: '+18295557015', values: [{ name: 'header', value }] } })).testMessageTemplate
  const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'
  expect([await send(await uploaded(agent, pdf, 'application/pdf')), await send('oferta.png')]).toEqual(Array(2).fill({ __typename: 'InvalidInput', field: 'values.header' }))
  expect([await test(await uploaded(tenant.admin, pdf, 'application/pdf')), await test('oferta.png')]).toEqual(Array(2).fill({ __typename: 'InvalidInput', field: 'header' }))
  expect([await send(await uploaded(agent, picture, 'image/png')), await test(await uploaded(tenant.admin, picture, 'image/png'))]).toEqual([{ __typename: 'Message' }, { __typename: 'TemplateTested' }])
  await until(() => ana.inbox.some(({ text, files }) => text === 'Oferta' && files.length === 1) && own.inbox.some(({ files }) => files.length === 1))
  expect((await messagesOf(tenant)).find(({ text }) => text === 'Oferta').attachments).toHaveLength(1)
})

test('an agent sends a template that Meta approved, with its gaps filled, and reads what its button brings', async () => {
  const tenant = await stand.tenant()
  const id = await tenant.connect(stand.doubles.whatsapp)
  await tenant.ask('mutation($id: ID!) { syncMessageTemplates(channelAccountId: $id) { __typename ... on UserError { message } } }', { id })
  const { channelAccount } = await tenant.ask('query($id: ID!) { channelAccount(id: $id) { templates { id name status gaps { name } } } }', { id })
  const template = channelAccount.templates.find(({ name }: any) => name === 'recordatorio_cita')
  expect(template).toMatchObject({ status: 'APPROVED', gaps: [{ name: 'body.1' }, { name: 'body.2' }] })
  const ana = stand.doubles.whatsapp.customer('18295557004')
  ana.writes('quiero hablar con una persona')
  const conversationId = await until(async () => (await threadOf(tenant))?.id)
  const agent = await sessionOf(stand.database, await tenant.world.member('AGENT'))
  await ask(stand.url, agent, 'mutation($input: ClaimConversationInput!) { claimConversation(input: $input) { __typename } }', { input: { conversationId } })
  const values = [{ name: 'body.1', value: 'Ana' }, { name: 'body.2', value: 'lunes 3' }]
  const sent = await ask(stand.url, agent, 'mutation($input: SendTemplateInput!) { sendTemplate(input: $input) { __typename ... on UserError { message } } }',
    { input: { conversationId, clientId: crypto.randomUUID(), templateId: template.id, values } })
  expect(sent.sendTemplate).toEqual({ __typename: 'Message' })
  await until(() => ana.inbox.some(({ text }) => text === 'Hola Ana, le recordamos su cita del lunes 3.'))
  ana.taps('Confirmar')
  await until(async () => (await messagesOf(tenant)).some(({ author, text }) => author === 'CONTACT' && text === 'Confirmar'))
})
