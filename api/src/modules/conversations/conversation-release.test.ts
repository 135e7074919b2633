import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import type { Actor } from '../../platform/actor.ts'
import { Sealer } from '../../platform/crypto.ts'
import { News } from '../../platform/news.ts'
import { ContactService } from '../contacts/index.ts'
import { createIdentity, type Identity } from '../identity/index.ts'
import { AgentMessageService } from './messages/agent-message.service.ts'
import { ConversationService } from './conversation.service.ts'
import { MenuBot } from './bot/menu-bot.ts'
import { VisitorMessageService } from './visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const bot = new MenuBot()
const conversations = new ConversationService(bot)
const messages = new AgentMessageService()
const visitorMessages = new VisitorMessageService({ contacts: new ContactService(), bot })
let members: Identity['members']

beforeAll(() => {
  const news = new News().on('member.rights-changed', (unit, { memberId }) => conversations.releaseFrom(unit, memberId))
  const sealer = new Sealer([{ id: 'k1', secret: 'a secret of the tests' }])
  members = createIdentity({ units: database.units, sealer, news, secure: false, publicUrl: () => 'https://botpro.test' }).members
})

type Member = Extract<Actor, { kind: 'MEMBER' }>

async function team() {
  const world = await newWorld(database)
  const [owner, eva, luis] = await Promise.all([world.member('OWNER'), world.member('AGENT', 'Eva Sosa'), world.member()])
  return { world, owner, eva, luis }
}

async function waiting(world: World) {
  const visitor = world.visitor()
  await write(world, visitor)
  const { rows } = await database.owner.query(`select c.id from conversation c join contact_identity i on i.id = c.identity_id
    where i.tenant_id = $1 and i.external_id = $2`, [world.tenantId, visitor.externalId])
  return { visitor, id: rows[0].id as string }
}

const write = (world: World, visitor: Extract<Actor, { kind: 'VISITOR' }>, text = 'quiero hablar con una persona') =>
  world.as(visitor, unit => visitorMessages.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES' }))

async function claimed(world: World, agent: Member) {
  const opened = await waiting(world)
  await world.as(agent, unit => conversations.claim(unit, opened.id))
  return opened
}

const disable = (world: World, owner: Member, { memberId }: Member) => world.as(owner, unit => members.disable(unit, memberId))

const row = async (id: string) => (await database.owner.query('select * from conversation where id = $1', [id])).rows[0]

const returns = async ({ tenantId }: World) => (await database.owner.query(`select conversation_id as id, member_id as by, notice_member_id as had
  from message where tenant_id = $1 and notice = 'RETURNED_TO_QUEUE'`, [tenantId])).rows

/** What the tenant's log and threads must never have: a number that is missing. */
async function gaps({ tenantId }: World) {
  const { rows } = await database.owner.query(`select
    (select last_seq from event_cursor where tenant_id = $1) - (select count(*) from event_log where tenant_id = $1) as log,
    (select coalesce(sum(missing), 0) from (
      select max(position) - count(*) as missing from message where tenant_id = $1 group by identity_id
    ) thread) as threads`, [tenantId])
  return Object.values(rows[0]).map(Number)
}

describe('when a member is disabled', () => {
  test('what she has waits for a person again, and each thread says so; what is over stays hers', async () => {
    const { world, owner, eva, luis } = await team()
    const [first, second, closed, other] = [await claimed(world, eva), await claimed(world, eva), await claimed(world, eva), await claimed(world, luis)]
    await world.as(eva, unit => conversations.close(unit, closed.id))
    await write(world, first.visitor, '¿sigue ahí?')
    const { unread_count: unread, version } = await row(first.id)
    await disable(world, owner, eva)
    expect(await row(first.id)).toMatchObject({ status: 'OPEN', owner: 'QUEUE', assignee_id: null, queued_at: expect.any(Date), unread_count: unread })
    expect((await row(first.id)).version).toBeGreaterThan(version)
    expect(await row(second.id)).toMatchObject({ owner: 'QUEUE', assignee_id: null })
    expect(await row(closed.id)).toMatchObject({ status: 'CLOSED', assignee_id: eva.memberId })
    expect(await row(other.id)).toMatchObject({ owner: 'AGENT', assignee_id: luis.memberId })
    const each = { by: owner.memberId, had: eva.memberId }
    expect(await returns(world)).toEqual(expect.arrayContaining([{ id: first.id, ...each }, { id: second.id, ...each }]))
    expect(await returns(world)).toHaveLength(2)
    expect(await gaps(world)).toEqual([0, 0])
  })

  test('a colleague may take over at once', async () => {
    const { world, owner, eva, luis } = await team()
    const { id } = await claimed(world, eva)
    await disable(world, owner, eva)
    expect(await world.as(luis, unit => conversations.claim(unit, id))).toBe(id)
  })

  test('one that never waited before waits since then', async () => {
    const { world, owner, eva } = await team()
    const visitor = world.visitor()
    await write(world, visitor, 'hola')
    const { rows: [{ id }] } = await database.owner.query('select id from conversation where tenant_id = $1', [world.tenantId])
    await world.as(eva, unit => conversations.claim(unit, id))
    expect(await row(id)).toMatchObject({ first_queued_at: null })
    await disable(world, owner, eva)
    const { queued_at: since, first_queued_at: first } = await row(id)
    expect(first).toEqual(since)
  })

  test('doing it twice tells it once', async () => {
    const { world, owner, eva } = await team()
    await claimed(world, eva)
    await disable(world, owner, eva)
    await disable(world, owner, eva)
    await world.as(owner, unit => conversations.releaseFrom(unit, eva.memberId))
    expect(await returns(world)).toHaveLength(1)
  })

  test('she is not disabled, and keeps them, when the process dies before the end', async () => {
    const { world, owner, eva } = await team()
    const { id } = await claimed(world, eva)
    const before = await row(id)
    await expect(world.as(owner, async unit => {
      await members.disable(unit, eva.memberId)
      await unit.sql('test-die', 'select pg_terminate_backend(pg_backend_pid())')
    })).rejects.toThrow()
    expect(await row(id)).toEqual(before)
    expect((await database.owner.query('select disabled_at from member where id = $1', [eva.memberId])).rows).toEqual([{ disabled_at: null }])
    expect(await gaps(world)).toEqual([0, 0])
  })

  test('nobody who is out has a conversation, whatever came at the same moment', { timeout: 30_000 }, async () => {
    const { world, owner, luis } = await team()
    for (let round = 0; round < 12; round++) {
      const leaver = await world.member()
      const [hers, waits, given, over] = [await claimed(world, leaver), await waiting(world), await waiting(world), await claimed(world, luis)]
      await world.as(luis, unit => conversations.close(unit, over.id))
      await Promise.allSettled([
        world.as(leaver, unit => conversations.claim(unit, waits.id)),
        world.as(owner, unit => conversations.assign(unit, { conversationId: given.id, memberId: leaver.memberId })),
        world.as(leaver, unit => conversations.reopen(unit, over.id)),
        disable(world, owner, leaver),
        write(world, hers.visitor, 'sigo aquí'),
        world.as(leaver, unit => messages.reply(unit, { conversationId: hers.id, clientId: randomUUID(), text: 'Un momento' })),
        world.as(owner, unit => messages.note(unit, { conversationId: hers.id, clientId: randomUUID(), text: 'Ojo' })),
      ]).then(results => expect(results.slice(3).map(result => result.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']))
      const { rows } = await database.owner.query(`select c.id from conversation c join member m on m.id = c.assignee_id
        where c.tenant_id = $1 and c.status = 'OPEN' and m.disabled_at is not null`, [world.tenantId])
      expect(rows, `round ${round}`).toEqual([])
      expect(await row(hers.id)).toMatchObject({ owner: 'QUEUE', assignee_id: null })
    }
    expect(await gaps(world)).toEqual([0, 0])
  })
})

describe('when a member’s role changes', () => {
  const become = (world: World, owner: Member, { memberId }: Member, role: 'ANALYST' | 'SUPERVISOR') =>
    world.as(owner, unit => members.changeRole(unit, { memberId, role }))

  test('an analyst has no conversations any more', async () => {
    const { world, owner, eva } = await team()
    const { id } = await claimed(world, eva)
    await become(world, owner, eva, 'ANALYST')
    expect(await row(id)).toMatchObject({ owner: 'QUEUE', assignee_id: null })
    await expect(world.as(eva, unit => conversations.claim(unit, id))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('a supervisor keeps hers', async () => {
    const { world, owner, eva } = await team()
    const { id } = await claimed(world, eva)
    await become(world, owner, eva, 'SUPERVISOR')
    expect(await row(id)).toMatchObject({ owner: 'AGENT', assignee_id: eva.memberId })
    expect(await returns(world)).toEqual([])
  })
})
