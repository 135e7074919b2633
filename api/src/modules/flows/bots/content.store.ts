import type { BotContent, Flow, FlowTest } from '@botpro/graphql/flows'
import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Bot } from './bot.entity.ts'
import { changeOf } from './draft.ts'

const FLOWS = `
  insert into bot_flow (tenant_id, id, bot_id, key, name, description, document, position, changed_at, changed_by)
  select $1, f.id, $2, f.document ->> 'key', f.document ->> 'name', f.document ->> 'description', f.document, f.position, $3, $4
  from unnest($5::uuid[], $6::jsonb[]) with ordinality f (id, document, position)`
const TESTS = `
  insert into bot_test (tenant_id, id, bot_id, key, name, document, changed_at, changed_by)
  select $1, t.id, $2, t.document ->> 'key', t.document ->> 'name', t.document, $3, $4
  from unnest($5::uuid[], $6::jsonb[]) t (id, document)`

/** The flows of a bot that has none, in their order. */
export const writeFlows = (unit: Unit, botId: string, flows: readonly Flow[]) => insert(unit, 'bot-flows-write', FLOWS, botId, flows)

export const writeTests = (unit: Unit, botId: string, tests: readonly FlowTest[]) => insert(unit, 'bot-tests-write', TESTS, botId, tests)

async function insert(unit: Unit, name: string, text: string, botId: string, documents: readonly object[]): Promise<void> {
  if (documents.length === 0) return
  const { now, memberId } = changeOf(unit)
  const ids = documents.map(() => newId(now))
  await unit.sql(name, text, [unit.tenantId, botId, now, memberId, ids, documents.map(document => JSON.stringify(document))])
}

const KEPT = `
  update bot_flow f set document = n.document, name = n.document ->> 'name', description = n.document ->> 'description', position = n.position,
    revision = f.revision + 1, changed_at = $3, changed_by = $4
  from unnest($5::jsonb[]) with ordinality n (document, position)
  where f.tenant_id = $1 and f.bot_id = $2 and f.deleted_at is null and f.key = n.document ->> 'key'
  returning f.key`
const GONE = 'update bot_flow set deleted_at = $3 where tenant_id = $1 and bot_id = $2 and deleted_at is null and key <> all($4::text[])'
const PLACE = `
  update bot_flow f set position = n.position from unnest($3::text[]) with ordinality n (key, position)
  where f.tenant_id = $1 and f.bot_id = $2 and f.deleted_at is null and f.key = n.key`

/** The draft says something else as a whole. Flows of the same key stay the same flows, so that whoever has one open is told. */
export async function replaceContent(unit: Unit, bot: Bot, { settings, flows, tests }: BotContent): Promise<void> {
  const { tenantId } = unit
  const change = changeOf(unit)
  bot.set(settings, change)
  await unit.em.flush()
  const keys = flows.map(({ key }) => key)
  await unit.sql('bot-flows-gone', GONE, [tenantId, bot.id, change.now, keys])
  const kept = await unit.sql<{ key: string }>('bot-flows-kept', KEPT, [tenantId, bot.id, change.now, change.memberId, flows.map(flow => JSON.stringify(flow))])
  const known = new Set(kept.map(({ key }) => key))
  await writeFlows(unit, bot.id, flows.filter(({ key }) => !known.has(key)))
  await unit.sql('bot-flows-place', PLACE, [tenantId, bot.id, keys])
  await unit.sql('bot-tests-gone', 'delete from bot_test where tenant_id = $1 and bot_id = $2', [tenantId, bot.id])
  await writeTests(unit, bot.id, tests)
}
