import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import type { Actor } from '../../platform/actor.ts'
import { ContactService } from '../contacts/index.ts'
import { ConversationService, MenuBot, VisitorMessageService } from '../conversations/index.ts'
import { todayFigures } from './today.queries.ts'

const database = useDatabase({ entities })
const bot = new MenuBot()
const conversations = new ConversationService(bot)
const visitorMessages = new VisitorMessageService({ contacts: new ContactService(), bot })

type Member = Extract<Actor, { kind: 'MEMBER' }>
interface Scene { world: World; agent: Member; supervisor: Member; id: string; says(text: string): Promise<unknown> }

/** A conversation that the bot has. */
async function scene(): Promise<Scene> {
  const world = await newWorld(database)
  const [agent, supervisor, visitor] = [await world.member(), await world.member('SUPERVISOR'), world.visitor()]
  const says = (text: string) =>
    world.as(visitor, unit => visitorMessages.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES' }))
  await says('horario')
  const { rows } = await database.owner.query('select id from conversation where tenant_id = $1', [world.tenantId])
  return { world, agent, supervisor, says, id: rows[0].id }
}

const figures = ({ world, supervisor }: Scene) => world.as(supervisor, unit => todayFigures(unit, 'America/Santo_Domingo'))
const claim = ({ world, agent, id }: Scene) => world.as(agent, unit => conversations.claim(unit, id))
const assign = ({ world, agent, supervisor, id }: Scene) =>
  world.as(supervisor, unit => conversations.assign(unit, { conversationId: id, memberId: agent.memberId }))
const handBack = ({ world, agent, id }: Scene) => world.as(agent, unit => conversations.handBackToBot(unit, id))
const close = ({ world, supervisor, id }: Scene) => world.as(supervisor, unit => conversations.close(unit, id))
const reopen = ({ world, agent, id }: Scene) => world.as(agent, unit => conversations.reopen(unit, id))
const askForAPerson = ({ says }: Scene) => says('quiero hablar con una persona')

test('what was the bot’s from beginning to end is resolved by it', async () => {
  const one = await scene()
  expect(await figures(one)).toMatchObject({ conversationsClosed: 0, resolvedByBot: 0 })
  await close(one)
  expect(await figures(one)).toMatchObject({ conversationsClosed: 1, resolvedByBot: 1 })
})

describe('the bot has not resolved, though nobody answered, what', () => {
  const cases: Record<string, ((one: Scene) => Promise<unknown>)[]> = {
    'waited for a person until the end': [askForAPerson],
    'waited, and was handed back to the bot': [askForAPerson, claim, handBack],
    'an agent had at the end': [claim],
    'an agent took from the bot, and handed back': [claim, handBack],
    'was assigned to an agent, and handed back': [assign, handBack],
    'was closed, reopened by an agent, and handed back': [close, reopen, handBack],
  }
  for (const [title, steps] of Object.entries(cases)) {
    test(title, async () => {
      const one = await scene()
      for (const step of steps) await step(one)
      await close(one)
      expect(await figures(one)).toMatchObject({ conversationsClosed: 1, resolvedByBot: 0 })
    })
  }
})
