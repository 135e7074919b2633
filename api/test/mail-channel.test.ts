import { expect, test } from 'vitest'
import { until, useChannelStand } from './channel-stand.ts'
import { openEmailDouble } from './providers/email.ts'

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
