import type { ReadUnit } from '../../platform/unit.ts'
import type { EntityTypeRow } from './entity-type.queries.ts'
import type { EntityType, TrainingExample, TrainingSet } from './model.ts'
import { LIVING_INTENTS } from './phrase.store.ts'

// What is read in one go; more would keep others waiting.
const AT_ONCE = 1000

// A cursor, whose rows row-level security chooses, since it takes no parameters. Not a join: right after an import the
// planner knows nothing of the rows and would look at each phrase once for each intent.
const OPEN = `
  declare training_set no scroll cursor for
  select p.text, (select name from intent i where i.tenant_id = p.tenant_id and i.id = p.intent_id) as intent,
    lower(p.language) as language, p.entities
  from phrase p where p.deleted_at is null and p.intent_id = any(array(select id from intent where deleted_at is null))
  order by p.created_at, p.id`
const READ = `fetch ${AT_ONCE} from training_set`
const CLOSE = 'close training_set'
const TYPES = `select name, kind, "values" from entity_type where tenant_id = $1 order by name`

async function entityTypesOf(unit: ReadUnit): Promise<EntityType[]> {
  const rows = await unit.sql<Pick<EntityTypeRow, 'name' | 'kind' | 'values'>>('training-set-types', TYPES, [unit.tenantId])
  return rows.map(({ name, kind, values }) => (kind === 'LEARNED' ? { name } : { name, values }))
}

// Any change of what is taught changes it, and nothing else does.
const TAUGHT = `
  select count(distinct p.intent_id)::int as "intentCount", concat_ws(' ', sum(hashtextextended(p.id::text || p.intent_id || p.version, 0)),
    (select sum(hashtextextended(i.id::text || i.version, 0)) from intent i where i.tenant_id = $1 and i.deleted_at is null),
    (select sum(hashtextextended(t.id::text || t.version, 0)) from entity_type t where t.tenant_id = $1)) as revision
  from phrase p where p.tenant_id = $1 and p.deleted_at is null and p.intent_id = any(${LIVING_INTENTS})`
const NEWEST = `
  select p.text, i.name as intent, lower(p.language) as language
  from intent i cross join lateral (
    select text, language from phrase p where p.tenant_id = i.tenant_id and p.intent_id = i.id and p.deleted_at is null
    order by p.created_at desc, p.id desc limit $2) as p
  where i.tenant_id = $1 and i.deleted_at is null`

export interface Taught {
  /** How many intents have phrases. */
  intentCount: number
  /** Another one whenever something is taught or taken back. */
  revision: string
}

export async function taughtOf(unit: ReadUnit): Promise<Taught> {
  return (await unit.sql<Taught>('training-set-revision', TAUGHT, [unit.tenantId]))[0]!
}

/** Of each intent so many phrases, the newest, without their marks: learning marks takes longer than anybody waits. */
export async function newestPhrases(unit: ReadUnit, each: number): Promise<Required<TrainingSet>> {
  const examples = await unit.sql<TrainingExample>('training-set-newest', NEWEST, [unit.tenantId, each])
  return { examples, entities: await entityTypesOf(unit) }
}

/** All that the tenant teaches, as ELENA's core takes it. */
export async function trainingSetOf(unit: ReadUnit): Promise<Required<TrainingSet>> {
  const examples: TrainingExample[] = []
  await unit.sql('training-set-open', OPEN)
  for (let part = await readPart(unit); part.length > 0; part = await readPart(unit)) examples.push(...part)
  await unit.sql('training-set-close', CLOSE)
  return { examples, entities: await entityTypesOf(unit) }
}

const readPart = (unit: ReadUnit) => unit.sql<TrainingExample>('training-set-read', READ)
