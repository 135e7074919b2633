import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { LineAccount } from '../../channels/index.ts'
import { ContactService } from '../../contacts/index.ts'
import { ConversationInbox } from './channel-inbox.ts'
import type { ChannelMediaJobs } from './channel-media.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import { MessageExchange } from '../messages/message-exchange.ts'

const database = useDatabase({ entities })
const inbox = new ConversationInbox({ contacts: new ContactService(), exchange: new MessageExchange({ bot: new MenuBot() }), media: {} as ChannelMediaJobs })
const EVA = 'eva@correo.test'
let world: World
let account: LineAccount

beforeAll(async () => {
  world = await newWorld(database)
  account = { tenantId: world.tenantId, channelAccountId: world.channelAccountId, kind: 'WEB', state: 'LIVE', adapter: {} } as unknown as LineAccount
})

interface Mail {
  id: string
  answers?: string[]
  subject?: string
  from?: string
}

const read = ({ id, answers = [], subject = 'Mi pedido', from = EVA }: Mail) => ({
  kind: 'MESSAGE' as const, at: new Date(), from: { externalId: from, email: from, isEmailTrusted: false }, externalId: id, text: id,
  // Of a machine, so that the bot has no part in it.
  mail: { subject, messageId: id, references: answers.toReversed(), threadTokens: answers, fullText: id, digest: id, isAutomatic: true, automaticAnswers: { most: 5, hours: 168 } },
})

const comes = (mail: Mail) => world.as(systemActor(world.tenantId), unit => inbox.received(unit, account, read(mail)))

async function arrive(...mails: Mail[]) {
  for (const mail of mails) await comes(mail)
}

const rows = async (query: string, values: unknown[]) => (await database.owner.query(query, [world.tenantId, ...values])).rows

/** The conversation in which each mail stands, by the mail's id. */
async function conversationsOf(prefix: string): Promise<Record<string, string>> {
  const found = await rows('select text, conversation_id as id from message where tenant_id = $1 and text like $2', [`${prefix}%`])
  return Object.fromEntries(found.map(({ text, id }) => [text, id]))
}

const openOnes = async (prefix: string) =>
  (await rows(`select distinct c.id from conversation c join message m on m.tenant_id = c.tenant_id and m.conversation_id = c.id
    where c.tenant_id = $1 and m.text like $2 and c.status = 'OPEN'`, [`${prefix}%`])).map(({ id }) => id as string)

const ordersOf = (of: readonly number[]): number[][] =>
  of.length < 2 ? [[...of]] : of.flatMap(first => ordersOf(of.filter(each => each !== first)).map(rest => [first, ...rest]))

describe('mails of one thread', () => {
  test.each(['only the one that it answers', 'all before it'])('stand in one conversation in whatever order they come, where each names %s', async naming => {
    for (const [at, order] of ordersOf([1, 2, 3, 4]).entries()) {
      const own = `${naming.length}-${at}-`
      const before = (mail: number) => Array.from({ length: mail - 1 }, (_, step) => `${own}${mail - 1 - step}`)
      await arrive(...order.map(mail => ({ id: `${own}${mail}`, answers: naming === 'all before it' ? before(mail) : before(mail).slice(0, 1), from: `${at}@correo.test` })))
      expect(new Set(Object.values(await conversationsOf(own))).size, `order ${order}`).toBe(1)
      expect(await openOnes(own), `order ${order}`).toHaveLength(1)
    }
  })

  test('chatwoot#10028: are one where a mail that we never saw is all they have in common', async () => {
    await arrive({ id: 'outlook-a', answers: ['unseen@outlook.test'] }, { id: 'outlook-b', answers: ['unseen@outlook.test'] })
    expect(await openOnes('outlook-')).toHaveLength(1)
  })

  test('chatwoot#3868: are one where each knows another part of what went before', async () => {
    await arrive({ id: 'part-1', answers: ['x@a', 'y@a'] }, { id: 'part-2', answers: ['z@a', 'w@a'] }, { id: 'part-3', answers: ['y@a', 'w@a'] })
    expect(await openOnes('part-')).toHaveLength(1)
  })

  test('chatwoot#15869: are two where somebody takes an old mail to ask about something else, also when the old one comes last', async () => {
    await arrive({ id: 'topic-new', answers: ['topic-old'], subject: 'Cambio de dirección' }, { id: 'topic-re', answers: ['topic-new', 'topic-old'], subject: 'Re: Cambio de dirección' }, { id: 'topic-old', subject: 'Factura de mayo' })
    const found = await conversationsOf('topic-')
    expect(found['topic-re']).toBe(found['topic-new'])
    expect(found['topic-old']).not.toBe(found['topic-new'])
  })

  test('are two where only the subject is the same', async () => {
    await arrive({ id: 'same-a' }, { id: 'same-b' })
    expect(await openOnes('same-')).toHaveLength(2)
  })
})

test('what an agent has taken stays hers when threads turn out to be one, and the address of the other conversation still leads there', async () => {
  await arrive({ id: 'agent-1' }, { id: 'agent-3', answers: ['agent-2'] })
  const { 'agent-1': first, 'agent-3': taken } = await conversationsOf('agent-')
  const { memberId } = await world.member('AGENT')
  await database.owner.query(`update conversation set owner = 'AGENT', assignee_id = $3 where tenant_id = $1 and id = $2`, [world.tenantId, taken, memberId])
  await arrive({ id: 'agent-2', answers: ['agent-1'] }, { id: 'agent-4', answers: [`thread:${first}`] })
  expect(new Set(Object.values(await conversationsOf('agent-')))).toEqual(new Set([taken]))
  expect(await rows('select status, unread_count as unread, assignee_id as assignee from conversation where tenant_id = $1 and id = any ($2) order by status desc', [[first, taken]]))
    .toEqual([{ status: 'OPEN', unread: 4, assignee: memberId }, { status: 'CLOSED', unread: 0, assignee: null }])
})

test('a mail that was answered with another program stands in the thread, and what comes back to it too', async () => {
  await arrive({ id: 'other-1' })
  const { kind: _kind, from, ...mail } = read({ id: 'other-2', answers: ['other-1'] })
  await world.as(systemActor(world.tenantId), unit => inbox.sentElsewhere(unit, account, { ...mail, kind: 'ECHO', to: from }))
  await arrive({ id: 'other-3', answers: ['other-2'] })
  expect(Object.keys(await conversationsOf('other-'))).toHaveLength(3)
  expect(await openOnes('other-')).toHaveLength(1)
})

test('what a mail names is forgotten with the mail', async () => {
  await arrive({ id: 'gone-1', answers: ['gone-0'] })
  expect(await rows('select name from mail_name where tenant_id = $1 and name like $2 order by name', ['gone-%'])).toEqual([{ name: 'gone-0' }])
  await database.owner.query('delete from message where tenant_id = $1 and text = $2', [world.tenantId, 'gone-1'])
  expect(await rows('select name from mail_name where tenant_id = $1 and name like $2', ['gone-%'])).toEqual([])
})
