import { LockMode } from '@mikro-orm/core'
import { memberIdOf } from '../../../platform/actor.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { Unit } from '../../../platform/unit.ts'
import { Bot, type Change } from './bot.entity.ts'
import { mayConfigureBots } from './bot.policy.ts'

/** A bot to be changed, locked: its row is the lock of everything drafted, so nothing of a draft changes behind a change. */
export async function botToChange({ actor, em, tenantId }: Unit, botId: string): Promise<Bot> {
  if (!mayConfigureBots(actor)) throw new Forbidden()
  const bot = await em.findOne(Bot, { tenantId, id: botId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!bot) throw new NotFound('The bot')
  return bot
}

export const changeOf = ({ actor, now }: Unit): Change => ({ now, memberId: memberIdOf(actor) })

const OF_FLOW = 'select bot_id as "botId" from bot_flow where tenant_id = $1 and id = $2'
const OF_TEST = 'select bot_id as "botId" from bot_test where tenant_id = $1 and id = $2'

/** Which bot a flow is of, also of one that was deleted. Read before the bot is locked; a flow never changes its bot. */
export async function botOfFlow(unit: Unit, flowId: string): Promise<string> {
  const [row] = await unit.sql<{ botId: string }>('bot-of-flow', OF_FLOW, [unit.tenantId, flowId])
  if (!row) throw new NotFound('The flow')
  return row.botId
}

export async function botOfTest(unit: Unit, testId: string): Promise<string> {
  const [row] = await unit.sql<{ botId: string }>('bot-of-test', OF_TEST, [unit.tenantId, testId])
  if (!row) throw new NotFound('The test')
  return row.botId
}
