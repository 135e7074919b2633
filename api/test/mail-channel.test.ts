import { expect, test } from 'vitest'
import { until, useChannelStand } from './channel-stand.ts'
import { ask } from './client.ts'
import { openEmailDouble } from './providers/email.ts'
import { sessionOf } from './sessions.ts'

const stand = useChannelStand(async () => ({ email: await openEmailDouble() }), { OUTSIDE_ALLOW: '127.0.0.1' })

const THREADS = `query { inbox(view: ALL, first: 20) { edges { node { id contact { name } channelAccount { kind }
  messages(first: 20) { edges { node { author text mail { subject } attachments { name } } } } } } } }`

test('a mail becomes a conversation, with what it quotes hidden; a machine’s is kept and not answered', async () => {
  const tenant = await stand.tenant()
  await tenant.connect(stand.doubles.email)
  // What was in the mailbox before is nobody's message: she writes once it is watched.
  const watched = stand.doubles.email.customer('vigia@correo.test')
  const threads = async () => (await tenant.ask(THREADS)).inbox.edges.map((edge: any) => edge.node)
  await until(async () => {
    watched.mails({ subject: 'Prueba', text: 'ping', headers: ['Auto-Submitted: auto-generated'] })
    await stand.doubles.email.settled()
    return (await threads()).length > 0
  })
  const ana = stand.doubles.email.customer('ana@correo.test')
  ana.mails({ subject: 'Mi pedido', text: 'No ha llegado.\r\n\r\nEl jue, 26 nov 2026, Negocio escribió:\r\n> Su pedido sale hoy', file: { name: 'foto.txt', mediaType: 'text/plain', content: Buffer.from('hola') } })
  const found = await until(async () => (await threads()).find((thread: any) => thread.messages.edges.some((edge: any) => edge.node.text === 'No ha llegado.')))
  expect(found).toMatchObject({ channelAccount: { kind: 'EMAIL' }, contact: { name: 'Cliente' } })
  const messages = found.messages.edges.map((edge: any) => edge.node)
  expect(messages.find((message: any) => message.author === 'CONTACT')).toMatchObject({ text: 'No ha llegado.', mail: { subject: 'Mi pedido' } })
  expect(watched.inbox).toEqual([])
})

test('an agent answers in the thread and under the subject of the mail, is told which of two answers came back, and what comes back to the signed address goes on there; another subject begins anew', async () => {
  const tenant = await stand.tenant()
  const own = await openEmailDouble()
  try {
    await tenant.connect(own, { ...own.settings, address: 'ventas@negocio.test' })
    const threads = async () => (await tenant.ask(THREADS)).inbox.edges.map((edge: any) => edge.node)
    const eva = own.customer('eva@correo.test')
    await until(async () => {
      eva.mails({ subject: 'Mi pedido', text: '¿Dónde está?', to: 'ventas@negocio.test', messageId: 'primera@correo.test' })
      await own.settled()
      return (await threads()).length > 0
    })
    const [{ id }] = await threads()
    const agent = await sessionOf(stand.database, await tenant.world.member('AGENT'))
    await ask(stand.url, agent, 'mutation($input: ClaimConversationInput!) { claimConversation(input: $input) { __typename } }', { input: { conversationId: id } })
    await ask(stand.url, agent, 'mutation($input: SendReplyInput!) { sendReply(input: $input) { __typename ... on UserError { message } } }', { input: { conversationId: id, clientId: crypto.randomUUID(), text: 'Sale hoy.' } })
    const answer = await until(() => eva.inbox.find(message => message.text === 'Sale hoy.'))
    expect(answer.raw).toMatchObject({ subject: 'Re: Mi pedido', replyTo: expect.stringMatching(/^ventas\+c[a-z2-7]{42}@negocio\.test$/), references: expect.arrayContaining(['primera@correo.test']) })
    expect(answer.raw.source).not.toContain('Auto-Submitted')
    // A program that forgets all headers of a thread, and one that begins a new one on top of the old.
    eva.mails({ subject: 'RE: Mi pedido', text: 'Gracias', to: answer.raw.replyTo })
    eva.mails({ subject: 'Otra cosa', text: '¿Abren hoy?', to: answer.raw.replyTo, inReplyTo: answer.id, references: [answer.id] })
    const found = await until(async () => {
      const all = await threads()
      const [thanks, other] = ['Gracias', '¿Abren hoy?'].map(text => all.find((thread: any) => thread.messages.edges.some((edge: any) => edge.node.text === text)))
      return thanks && other && { thanks, other }
    })
    expect(found.thanks.id).toBe(id)
    expect(found.other.id).not.toBe(id)
    // One of two answers comes back, after the server had taken it.
    await ask(stand.url, agent, 'mutation($input: SendReplyInput!) { sendReply(input: $input) { __typename ... on UserError { message } } }', { input: { conversationId: id, clientId: crypto.randomUUID(), text: 'Llega mañana.' } })
    const lost = await until(() => eva.inbox.find(message => message.text === 'Llega mañana.'))
    await own.reports({ about: { messageId: lost.id, to: eva.id }, action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 unknown user', to: 'ventas@negocio.test' })
    const progress = async () => (await tenant.ask('query($id: ID!) { conversation(id: $id) { messages(first: 20) { edges { node { author text status failure { code } } } } } }', { id })).conversation.messages.edges.map((edge: any) => edge.node)
    const told = await until(async () => {
      const sent = (await progress()).filter((message: any) => message.author === 'AGENT')
      return sent.some((message: any) => message.status === 'FAILED') && sent
    })
    expect(told).toMatchObject([{ text: 'Llega mañana.', status: 'FAILED', failure: { code: '5.1.1' } }, { text: 'Sale hoy.', status: 'SENT', failure: null }])
  } finally {
    await own.stop()
  }
})

test('a mailbox that cannot be reached is shown to the administrator, and no longer once it can', async () => {
  const tenant = await stand.tenant()
  const own = await openEmailDouble()
  try {
    const id = await tenant.connect(own, { ...own.settings, address: 'quejas@negocio.test' })
    const problem = async () => (await tenant.ask('query($id: ID!) { channelAccount(id: $id) { provider { health { problem { code } } } } }', { id })).channelAccount.provider.health.problem
    await own.imap.down()
    await until(async () => (await problem())?.code === 'IMAP_HOST')
    await own.imap.up()
    await until(async () => await problem() === null)
  } finally {
    await own.stop()
  }
})
