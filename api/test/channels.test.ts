import { expect, test } from 'vitest'
import { useChannelStand, until } from './channel-stand.ts'
import { TelegramDouble } from './providers/telegram.ts'
import { sessionOf } from './sessions.ts'
import { ask } from './client.ts'

const stand = useChannelStand(async () => ({ telegram: await TelegramDouble.start() }))

const THREADS = `query($view: InboxView!) { inbox(view: $view, first: 20) { edges { node { id contact { name } channelAccount { kind }
  sending { mayWrite block } messages(first: 20) { edges { node { id author text status chosenOptionId failure { code } } } } } } } }`

test('a customer writes on Telegram, and the bot greets her and answers there', async () => {
  const tenant = await stand.tenant()
  await tenant.connect(stand.doubles.telegram)
  const ana = stand.doubles.telegram.customer()
  ana.writes('hola')
  await until(() => ana.inbox.length >= 2)
  expect(ana.inbox[0]!.text).toContain('Prueba')
  expect(ana.inbox[0]!.buttons.length).toBeGreaterThan(0)
  const { inbox } = await tenant.ask(THREADS, { view: 'ALL' })
  const [{ node }] = inbox.edges
  expect(node.channelAccount.kind).toBe('TELEGRAM')
  await until(async () => (await tenant.ask(THREADS, { view: 'ALL' })).inbox.edges[0].node.messages.edges.every((edge: any) => edge.node.status !== 'QUEUED'))
})

test('a button that she presses is the option that was offered, and an agent answers in the same thread', async () => {
  const tenant = await stand.tenant()
  await tenant.connect(stand.doubles.telegram)
  const eva = stand.doubles.telegram.customer('5000000000777')
  eva.writes('hola')
  await until(() => eva.inbox.length >= 2)
  const person = eva.inbox.flatMap(message => message.buttons).find(title => /persona/i.test(title))!
  eva.taps(person)
  const agent = await sessionOf(stand.database, await tenant.world.member('AGENT'))
  const id = await until(async () => (await ask(stand.url, agent, THREADS, { view: 'UNASSIGNED' })).inbox.edges[0]?.node.id)
  await ask(stand.url, agent, 'mutation($input: ClaimConversationInput!) { claimConversation(input: $input) { __typename } }', { input: { conversationId: id } })
  await ask(stand.url, agent, 'mutation($input: SendReplyInput!) { sendReply(input: $input) { __typename ... on Message { status } ... on UserError { message } } }',
    { input: { conversationId: id, clientId: crypto.randomUUID(), text: 'Le atiendo enseguida' } })
  await until(() => eva.inbox.some(message => message.text === 'Le atiendo enseguida'))
})
